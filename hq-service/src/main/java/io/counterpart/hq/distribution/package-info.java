/** Publishes to the channels: 1010, 1070, 1110 and commands, appended with the change and relayed to Kafka. */
@ApplicationModule(allowedDependencies = {"job", "messaging"})
@NullMarked
package io.counterpart.hq.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
