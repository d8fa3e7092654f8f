/** Time-ordered ids for everything that this service creates. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
