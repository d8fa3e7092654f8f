/** Forgets staged operations that took effect and of which the channels were told, so that no table grows for ever. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.counterpart.hq.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
