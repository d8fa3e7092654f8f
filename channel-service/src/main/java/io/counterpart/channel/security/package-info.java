/**
 * Authentication of callers: bearer tokens of tills and storefronts, stored here so that they work while HQ is
 * unavailable, and sessions of web pages that act as such a token.
 */
@ApplicationModule(allowedDependencies = {"origin", "problem"})
@NullMarked
package io.counterpart.channel.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
