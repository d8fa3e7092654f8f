/** A real Kafka broker, one node, in a JVM of its own. */
@NullMarked
package io.counterpart.stack.kafka;

import org.jspecify.annotations.NullMarked;
