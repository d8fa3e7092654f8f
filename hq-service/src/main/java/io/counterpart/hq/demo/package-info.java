/** Demo data, only under the profile {@code local}. */
@ApplicationModule(allowedDependencies = {"configuration", "security"})
@NullMarked
package io.counterpart.hq.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
