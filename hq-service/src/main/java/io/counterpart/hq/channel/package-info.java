/** Channels, their databases, profiles and tokens, and what customers may have: edited by people, sent on 1070 and 1110. */
@ApplicationModule(allowedDependencies = {"customer", "distribution", "job", "problem", "security", "topics"})
@NullMarked
package io.counterpart.hq.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
