/** Loyalty cards, which only HQ can issue. */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "customer",
            "idempotency",
            "identifier",
            "localbook",
            "problem",
            "realtime",
            "security"
        })
@NullMarked
package io.counterpart.channel.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
