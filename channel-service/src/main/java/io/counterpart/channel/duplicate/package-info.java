/** Hints at customers of this channel database that a customer who is being entered may duplicate. */
@ApplicationModule(allowedDependencies = {"customer", "validation"})
@NullMarked
package io.counterpart.channel.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
