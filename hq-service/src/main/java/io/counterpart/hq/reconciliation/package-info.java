/** Reconciliation: compares the operations of a channel database with those that HQ received and returned. */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
