/** Injection of records into the topics: those that Kafka, a relay or another program might put there in error. */
@NullMarked
package io.counterpart.faults.kafka;

import org.jspecify.annotations.NullMarked;
