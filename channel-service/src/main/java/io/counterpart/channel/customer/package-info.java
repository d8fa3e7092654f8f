@ApplicationModule(
        allowedDependencies = {
            "accountnumber",
            "configuration",
            "validation",
            "identifier",
            "idempotency",
            "persistence",
            "problem",
            "realtime",
            "recovery",
            "security",
            "warmup",
            "messaging"
        })
@NullMarked
package io.counterpart.channel.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
