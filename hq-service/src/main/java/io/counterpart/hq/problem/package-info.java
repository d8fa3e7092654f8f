/** How HQ's APIs reject requests, and what their responses have in common: problem types, ETags, lists. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
