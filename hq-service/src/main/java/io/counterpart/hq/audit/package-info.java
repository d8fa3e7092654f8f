/** The audit trail: who changed customers, operations and settings, and when. */
@ApplicationModule(allowedDependencies = {"page", "problem", "security", "messaging"})
@NullMarked
package io.counterpart.hq.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
