/** The Kafka side of HQ: which topics there are, how their records are read and written, what happens to unreadable ones. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
