/** Sign-in to HQ's pages, and the permissions of each role for pages and API. */
@ApplicationModule(allowedDependencies = {"audit", "language", "page", "problem", "security"})
@NullMarked
package io.counterpart.hq.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
