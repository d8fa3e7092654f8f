/** The problem types of the channel service, with texts for a shop assistant. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
