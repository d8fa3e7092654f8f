/** Channels, channel databases and their groups, and functionality profiles. */
@ApplicationModule(allowedDependencies = {"audit", "configuration", "master", "page", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
