/** Stages the operations that the channels upload, each exactly once. */
@ApplicationModule(allowedDependencies = {"sender", "messaging"})
@NullMarked
package io.counterpart.hq.staging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
