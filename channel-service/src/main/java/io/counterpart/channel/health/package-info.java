/** Whether Kafka and HQ are reachable and customers are acknowledged, for operators; no probe depends on it. */
@ApplicationModule(allowedDependencies = {"pending", "realtime"})
@NullMarked
package io.counterpart.channel.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
