/** Customer orders: made at HQ at once, or stored here and carried by the P-job, as the functionality profile says. */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "customer",
            "edit",
            "entry",
            "headquarters",
            "idempotency",
            "identifier",
            "problem",
            "security",
            "wire"
        })
@NullMarked
package io.counterpart.channel.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
