/** Possible duplicates among all customers: the scan that finds them, and what a person decided about them. */
@ApplicationModule(allowedDependencies = {"audit", "customer", "duplicate", "page", "problem"})
@NullMarked
package io.counterpart.hq.duplicatepair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
