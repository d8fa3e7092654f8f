/** What went wrong, in words for a shop assistant: problem details, their types, and a page about each. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
