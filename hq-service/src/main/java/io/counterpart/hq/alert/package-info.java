/**
 * Alerts: the warnings of the home page as messages by email and webhook, with the settings of rules, destinations
 * and quiet hours.
 */
@ApplicationModule(allowedDependencies = {"audit", "home", "language", "page", "problem", "security", "messaging"})
@NullMarked
package io.counterpart.hq.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
