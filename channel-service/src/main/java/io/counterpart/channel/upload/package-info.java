/** The P-job: publishes the operation log, as HQ last said, and reports what moved. */
@ApplicationModule(allowedDependencies = {"configuration", "identifier", "pending", "recovery", "wire"})
@NullMarked
package io.counterpart.channel.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
