/** What the service does once before it says that it is ready, so that the first tills do not wait for a cold JVM. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.warmup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
