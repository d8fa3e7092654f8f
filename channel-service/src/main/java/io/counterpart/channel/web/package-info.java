/** Common processing of every request before a controller: tracing, size limits, parameters, strict JSON. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package io.counterpart.channel.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
