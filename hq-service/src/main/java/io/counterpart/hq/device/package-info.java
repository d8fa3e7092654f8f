/** Devices and their tokens, of which only the hash is stored. */
@ApplicationModule(allowedDependencies = {"audit", "configuration", "page", "problem", "security"})
@NullMarked
package io.counterpart.hq.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
