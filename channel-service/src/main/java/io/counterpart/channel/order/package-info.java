/**
 * Customer orders: created at HQ synchronously, or stored here and uploaded by the P-job, as the functionality profile
 * requires.
 */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "customer",
            "edit",
            "entry",
            "idempotency",
            "identifier",
            "localbook",
            "problem",
            "realtime",
            "security",
            "wire"
        })
@NullMarked
package io.counterpart.channel.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
