/** Forgets operations that HQ applied and answered, and old upload sessions, so that no table grows for ever. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.counterpart.channel.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
