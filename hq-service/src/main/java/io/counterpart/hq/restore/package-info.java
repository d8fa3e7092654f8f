/** Channel databases that were restored from a backup: detected by their counters, and healed without a person. */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "synchronization"})
@NullMarked
package io.counterpart.hq.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
