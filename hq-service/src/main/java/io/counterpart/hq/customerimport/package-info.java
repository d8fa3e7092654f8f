/** Import of existing customers from a file, with their own account numbers. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customerfile",
            "distribution",
            "master",
            "numbering",
            "page",
            "problem",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.customerimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
