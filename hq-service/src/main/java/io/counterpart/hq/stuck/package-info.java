/** Stuck customers: customers pending for too long, with their stage, who has to act, and the remedy. */
@ApplicationModule(
        allowedDependencies = {"audit", "job", "operation", "page", "problem", "reconciliation", "resend", "session"})
@NullMarked
package io.counterpart.hq.stuck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
