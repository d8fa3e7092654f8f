/** Common parts of HQ's APIs: problem types, ETags, lists. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
