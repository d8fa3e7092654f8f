/** Who calls: bearer tokens of tills and storefronts, known here even while HQ is away. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package io.counterpart.channel.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
