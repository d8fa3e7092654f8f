/** Duplicate detection: whether a new customer already exists at HQ, and how the creation is handled. */
@ApplicationModule(allowedDependencies = {"audit", "master", "page", "problem"})
@NullMarked
package io.counterpart.hq.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
