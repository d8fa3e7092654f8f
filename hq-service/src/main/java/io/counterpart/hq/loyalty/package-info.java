/** Loyalty cards, each issued exactly once to a customer with an account number. */
@ApplicationModule(allowedDependencies = {"master", "numbering", "problem"})
@NullMarked
package io.counterpart.hq.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
