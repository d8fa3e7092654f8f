/** Who may call HQ: bearer tokens, stored only as hashes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
