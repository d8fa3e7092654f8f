/**
 * Customer orders: created at HQ synchronously, or stored here and uploaded by the P-job, as the functionality profile
 * requires. The number of an uploaded order is fetched from HQ.
 */
@ApplicationModule(
        allowedDependencies = {
            "accountnumber",
            "configuration",
            "customer",
            "edit",
            "validation",
            "idempotency",
            "identifier",
            "localbook",
            "problem",
            "realtime",
            "security",
            "messaging"
        })
@NullMarked
package io.counterpart.channel.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
