/** Loyalty cards: each issued once, to a customer who has an account number. */
@ApplicationModule(allowedDependencies = {"master", "numbering", "problem"})
@NullMarked
package io.counterpart.hq.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
