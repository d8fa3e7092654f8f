/** Idempotency keys: the same key and body return the same response, even after a crash. */
@ApplicationModule(allowedDependencies = {"identifier", "problem", "security", "web"})
@NullMarked
package io.counterpart.channel.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
