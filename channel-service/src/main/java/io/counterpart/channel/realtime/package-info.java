/** The client of HQ's Real-time service: a result, a refusal, or a communication failure. */
@ApplicationModule(allowedDependencies = {"configuration", "problem", "web", "messaging"})
@NullMarked
package io.counterpart.channel.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
