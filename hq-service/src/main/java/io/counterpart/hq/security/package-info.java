/** Authentication of HQ's callers: bearer tokens, stored only as hashes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
