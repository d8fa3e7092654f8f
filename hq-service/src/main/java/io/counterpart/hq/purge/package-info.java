/**
 * Purge of staged operations that were applied and published to the channels, so that tables do not grow without limit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "till")
package io.counterpart.hq.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
