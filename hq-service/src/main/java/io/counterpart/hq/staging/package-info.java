/** Takes what the channels upload into the staging tables, each operation once. */
@ApplicationModule(allowedDependencies = "topics")
@NullMarked
package io.counterpart.hq.staging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
