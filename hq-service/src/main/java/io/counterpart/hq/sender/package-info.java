/** Who may send what to HQ over Kafka: known channel databases with their keys, and the channels they hold or held. */
@ApplicationModule(allowedDependencies = {"security", "messaging"})
@NullMarked
package io.counterpart.hq.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
