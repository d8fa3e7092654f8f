/** Stuck customers: those pending for too long, where they stand, who has to act, and the action that fixes it. */
@ApplicationModule(
        allowedDependencies = {"audit", "job", "operation", "page", "problem", "reconciliation", "resend", "session"})
@NullMarked
package io.counterpart.hq.stuck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
