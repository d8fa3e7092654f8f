/**
 * Channel databases that were restored from a backup: detected by their counters, and brought up to date without an
 * operator.
 */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "synchronization"})
@NullMarked
package io.counterpart.hq.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
