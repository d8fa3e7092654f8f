/** Who may sign in to the pages of HQ and what each role may do there and on the API. */
@ApplicationModule(allowedDependencies = {"audit", "page", "problem", "security"})
@NullMarked
package io.counterpart.hq.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
