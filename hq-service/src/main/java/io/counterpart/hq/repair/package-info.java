/** Customer synchronization status: every async operation with its fate, and mending those that failed. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customer",
            "duplicate",
            "numbering",
            "problem",
            "staging",
            "synchronization",
            "topics"
        })
@NullMarked
package io.counterpart.hq.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
