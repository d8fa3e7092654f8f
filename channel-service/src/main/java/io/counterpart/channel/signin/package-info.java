/**
 * Sign-up and sign-in of storefronts: maps an external identity to its customer, which is linked or created if there is
 * none.
 */
@ApplicationModule(
        allowedDependencies = {"configuration", "customer", "edit", "validation", "identifier", "problem", "security"})
@NullMarked
package io.counterpart.channel.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
