/** A meddler on the topics: what Kafka, a relay or a stranger may put there although nobody should. */
@NullMarked
package io.counterpart.faults.kafka;

import org.jspecify.annotations.NullMarked;
