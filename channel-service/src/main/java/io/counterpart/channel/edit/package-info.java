/**
 * Edits of customers that are here: through HQ or as pending operations, as the channel's profile and features say. A new
 * primary address or contact takes over from the one before, in the same operation, here as at HQ.
 */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "customer",
            "download",
            "entry",
            "event",
            "idempotency",
            "identifier",
            "problem",
            "realtime",
            "security",
            "wire"
        })
@NullMarked
package io.counterpart.channel.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
