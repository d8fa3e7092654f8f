@ApplicationModule(
        allowedDependencies = {
            "accountnumber",
            "configuration",
            "entry",
            "identifier",
            "idempotency",
            "persistence",
            "problem",
            "realtime",
            "recovery",
            "security",
            "warmup",
            "wire"
        })
@NullMarked
package io.counterpart.channel.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
