/** Upload and download sessions, heartbeats and the pipeline, as reported by the channels. */
@ApplicationModule(
        allowedDependencies = {"page", "problem", "reconciliation", "resend", "savedview", "sender", "till", "messaging"
        })
@NullMarked
package io.counterpart.hq.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
