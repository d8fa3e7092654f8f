/** The batch jobs as people see them: recurrence, hold, run now. What a job does belongs to the module that owns it. */
@ApplicationModule(allowedDependencies = {"page", "problem"})
@NullMarked
package io.counterpart.hq.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
