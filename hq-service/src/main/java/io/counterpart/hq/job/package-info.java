/** Batch jobs: recurrence, hold, run now. The work of a job belongs to the module that owns it. */
@ApplicationModule(allowedDependencies = {"audit", "language", "page", "problem"})
@NullMarked
package io.counterpart.hq.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
