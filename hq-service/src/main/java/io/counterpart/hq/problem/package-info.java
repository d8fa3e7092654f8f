/** How the API says no, and what its answers have in common: problem details, versions, lists. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
