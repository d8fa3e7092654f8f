/** Synchronize customers and channel requests: turns staged operations into customers with account numbers. */
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "distribution",
            "duplicate",
            "job",
            "numbering",
            "order",
            "problem",
            "staging",
            "topics"
        })
@NullMarked
package io.counterpart.hq.synchronization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
