/** The warm-up before readiness, so that the first requests do not run on a cold JVM. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.warmup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
