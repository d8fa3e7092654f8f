/** Purges operations that HQ applied and acknowledged, and old upload sessions, so that the tables stay bounded. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.counterpart.channel.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
