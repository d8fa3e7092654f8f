/** Telling whether somebody new is a customer whom HQ has already, and what becomes of it. */
@ApplicationModule(allowedDependencies = {"audit", "master", "page", "problem"})
@NullMarked
package io.counterpart.hq.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
