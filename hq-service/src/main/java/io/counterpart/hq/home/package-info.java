/** The home page: the pipeline with live numbers, creations per hour, and warnings with their remedies. */
@ApplicationModule(allowedDependencies = {"job", "page", "reconciliation", "recovery", "stuck", "till", "messaging"})
@NullMarked
package io.counterpart.hq.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
