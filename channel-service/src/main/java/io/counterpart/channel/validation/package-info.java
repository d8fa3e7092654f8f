/**
 * The data that a till or a storefront may enter about a customer: validated, normalized, and completed with the
 * defaults of its channel.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package io.counterpart.channel.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
