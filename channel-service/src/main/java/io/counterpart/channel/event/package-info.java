/**
 * The events for tills and storefronts: stored in the transaction of the change, numbered after the commit, and
 * streamed to the subscriptions.
 */
@ApplicationModule(allowedDependencies = {"problem", "security", "messaging"})
@NullMarked
package io.counterpart.channel.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
