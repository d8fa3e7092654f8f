/** Dead letters: records that could not be processed, stored for operators to read, retry or discard. */
@ApplicationModule(allowedDependencies = {"audit", "page", "problem", "savedview", "messaging"})
@NullMarked
package io.counterpart.hq.deadletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
