/** Sign-up and sign-in of storefronts: from an external identity to its customer, linked or made where there is none. */
@ApplicationModule(
        allowedDependencies = {"configuration", "customer", "edit", "entry", "identifier", "problem", "security"})
@NullMarked
package io.counterpart.channel.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
