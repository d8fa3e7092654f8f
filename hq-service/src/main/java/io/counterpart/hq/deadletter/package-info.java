/** Records that nobody could read, from the dead-letter topics: kept for people to read, try again or discard. */
@ApplicationModule(allowedDependencies = {"page", "problem"})
@NullMarked
package io.counterpart.hq.deadletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
