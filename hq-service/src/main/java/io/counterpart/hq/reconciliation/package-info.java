/** Reconciliation: what a channel database made, held against what HQ has and what went back, and what is missing. */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "problem", "topics"})
@NullMarked
package io.counterpart.hq.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
