/** Customers whose ids tills made: one by one, or all that were made while a till was offline. The same one is never two. */
@ApplicationModule(allowedDependencies = {"configuration", "customer", "entry", "problem", "security", "wire"})
@NullMarked
package io.counterpart.channel.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
