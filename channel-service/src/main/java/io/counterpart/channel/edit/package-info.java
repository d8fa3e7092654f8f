/**
 * Edits of stored customers: through HQ or as pending operations, as the channel's profile and features require. A new
 * primary address or contact replaces the previous primary one, in the same operation, here as at HQ.
 */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "customer",
            "download",
            "validation",
            "event",
            "idempotency",
            "identifier",
            "localbook",
            "problem",
            "realtime",
            "security",
            "messaging"
        })
@NullMarked
package io.counterpart.channel.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
