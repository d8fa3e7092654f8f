/** The heartbeats of tills, and their state for the heartbeat of the channel database. */
@ApplicationModule(allowedDependencies = {"entry", "security"})
@NullMarked
package io.counterpart.channel.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
