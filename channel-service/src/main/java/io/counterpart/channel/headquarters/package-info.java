/** Requests to HQ other than operations: finding customers, issuing loyalty cards, creating orders synchronously. */
@ApplicationModule(allowedDependencies = {"problem", "realtime"})
@NullMarked
package io.counterpart.channel.headquarters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
