/** The same Idempotency-Key and body get the same answer again, whatever died in between. */
@ApplicationModule(allowedDependencies = {"identifier", "problem", "security", "web"})
@NullMarked
package io.counterpart.channel.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
