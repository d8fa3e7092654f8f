/** How this service speaks to Kafka: JSON of the contract, one producer, listeners that wait for a broker that is away. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
