/** The customer master: what a customer is, how edits are merged, and the tables that hold it. */
@ApplicationModule(allowedDependencies = "topics")
@NullMarked
package io.counterpart.hq.master;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
