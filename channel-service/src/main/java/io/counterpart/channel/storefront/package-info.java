/**
 * The storefront: serves the pages {@code /signup} and {@code /account} of the module {@code storefront}, and signs
 * customers in with OpenID Connect. Off unless an identity provider is configured.
 */
@ApplicationModule(
        allowedDependencies = {"configuration", "customer", "origin", "problem", "security", "signin", "validation"})
@NullMarked
package io.counterpart.channel.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
