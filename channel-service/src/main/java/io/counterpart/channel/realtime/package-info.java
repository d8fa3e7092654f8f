/** The door to the Real-time service of HQ: an answer, a refusal, or nobody there. */
@ApplicationModule(allowedDependencies = {"configuration", "web", "wire"})
@NullMarked
package io.counterpart.channel.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
