/** Whether Kafka and HQ can be reached, for people; no probe depends on it. */
@ApplicationModule(allowedDependencies = {"configuration"})
@NullMarked
package io.counterpart.channel.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
