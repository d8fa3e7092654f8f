/** The Real-time service: what a channel asks of HQ while somebody waits. */
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
            "topics"
        })
@NullMarked
package io.counterpart.hq.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
