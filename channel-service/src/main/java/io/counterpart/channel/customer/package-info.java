/** The customers of the channel: registered at once, Pending sync until HQ gives the number, found and shown. */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "entry",
            "headquarters",
            "identifier",
            "idempotency",
            "problem",
            "realtime",
            "security",
            "warmup",
            "web",
            "wire"
        })
@NullMarked
package io.counterpart.channel.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
