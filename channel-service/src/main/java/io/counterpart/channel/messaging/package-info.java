/**
 * The Kafka and JSON infrastructure of this service: JSON of the contract, one producer, listeners that wait for an
 * unavailable broker.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
