/** Synchronize customers and channel requests: converts staged operations to customers with account numbers. */
@ApplicationModule(
        allowedDependencies = {
            "consent",
            "distribution",
            "duplicate",
            "job",
            "master",
            "note",
            "numbering",
            "order",
            "staging",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.synchronization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
