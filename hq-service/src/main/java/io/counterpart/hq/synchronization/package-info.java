/** Synchronize customers and channel requests: converts staged operations to customers with account numbers. */
@ApplicationModule(
        allowedDependencies = {"distribution", "duplicate", "job", "master", "numbering", "order", "staging", "topics"})
@NullMarked
package io.counterpart.hq.synchronization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
