/** Serves the till application, which the module {@code till} contains, to browsers. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.pos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
