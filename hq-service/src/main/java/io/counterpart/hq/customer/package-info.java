/** The customer master: what a customer is, how edits are merged, and the tables that hold it. */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "problem", "topics"})
@NullMarked
package io.counterpart.hq.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
