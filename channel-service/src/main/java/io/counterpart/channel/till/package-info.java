/** The heartbeats of tills, and their state for the heartbeat of the channel database. */
@ApplicationModule(allowedDependencies = {"validation", "security"})
@NullMarked
package io.counterpart.channel.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
