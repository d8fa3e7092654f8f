/** HQ's Kafka topics: their settings, serialization, and the handling of unreadable records. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
