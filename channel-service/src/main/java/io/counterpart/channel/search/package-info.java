/** How people find customers: the terms that a customer is indexed by, and the query made of what was typed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
