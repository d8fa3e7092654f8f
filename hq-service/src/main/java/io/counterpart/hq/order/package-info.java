/** Sales orders, each created exactly once for a customer with an account number. */
@ApplicationModule(allowedDependencies = {"master", "numbering", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
