/**
 * Authentication of callers: bearer tokens of tills and storefronts, stored here so that they work while HQ is
 * unavailable.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package io.counterpart.channel.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
