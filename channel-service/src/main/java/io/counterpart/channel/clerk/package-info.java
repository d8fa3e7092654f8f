/** The clerks of tills: who may sign in at a till of this channel database, by name and PIN, also while HQ is away. */
@ApplicationModule(allowedDependencies = {"problem", "security"})
@NullMarked
package io.counterpart.channel.clerk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
