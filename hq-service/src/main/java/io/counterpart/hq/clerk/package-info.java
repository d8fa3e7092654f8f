/** The clerks who sign in at tills by name and PIN, of which only a slow hash is stored. */
@ApplicationModule(allowedDependencies = {"audit", "configuration", "page", "problem"})
@NullMarked
package io.counterpart.hq.clerk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
