/** The tills of the stores, as their channels report them: last contact, version, clock and unsent customers. */
@ApplicationModule(allowedDependencies = {"page", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
