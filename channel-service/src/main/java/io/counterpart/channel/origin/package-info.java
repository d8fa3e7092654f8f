/** Which web pages may call the API: those of this service, and those of the origins that a channel lists. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.origin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
