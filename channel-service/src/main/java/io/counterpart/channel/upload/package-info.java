/** The P-job: publishes the operation log while HQ permits it, and reports the uploads. */
@ApplicationModule(allowedDependencies = {"configuration", "identifier", "pending", "recovery", "till", "messaging"})
@NullMarked
package io.counterpart.channel.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
