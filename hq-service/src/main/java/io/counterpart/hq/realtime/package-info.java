/** The Real-time service: synchronous requests of channels to HQ. */
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "loyalty",
            "numbering",
            "order",
            "problem",
            "security",
            "staging",
            "synchronization",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
