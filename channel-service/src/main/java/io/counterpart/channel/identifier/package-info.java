/** Ids that grow with time, for everything that is made here. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
