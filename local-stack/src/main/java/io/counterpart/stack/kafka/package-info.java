/** A real Kafka broker with one node, in its own JVM. */
@NullMarked
package io.counterpart.stack.kafka;

import org.jspecify.annotations.NullMarked;
