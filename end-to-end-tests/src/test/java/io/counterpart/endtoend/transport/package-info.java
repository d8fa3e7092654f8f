/** Transport that is secured by settings alone: TLS for PostgreSQL, Kafka and HTTP, and the rights of Kafka's users. */
@NullMarked
package io.counterpart.endtoend.transport;

import org.jspecify.annotations.NullMarked;
