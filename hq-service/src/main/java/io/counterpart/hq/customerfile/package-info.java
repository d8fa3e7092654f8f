/** Files of customers, CSV and JSON Lines: how they are read and written. */
@ApplicationModule(allowedDependencies = {"page", "messaging"})
@NullMarked
package io.counterpart.hq.customerfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
