/** Merges two customers that are the same person, and undoes merges. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customer",
            "distribution",
            "master",
            "numbering",
            "page",
            "problem",
            "staging",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
