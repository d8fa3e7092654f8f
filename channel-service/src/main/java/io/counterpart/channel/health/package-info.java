/** Whether Kafka and HQ can be reached and customers get through, for people; no probe depends on it. */
@ApplicationModule(allowedDependencies = {"configuration", "pending"})
@NullMarked
package io.counterpart.channel.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
