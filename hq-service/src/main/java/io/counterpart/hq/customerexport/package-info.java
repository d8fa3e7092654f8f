/** Export of all customers of the master to a file. */
@ApplicationModule(allowedDependencies = {"audit", "customerfile", "master", "page", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.customerexport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
