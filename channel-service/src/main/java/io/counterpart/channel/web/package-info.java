/** What holds for every request before a controller sees it: its trace, its size, its parameters, strict JSON. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package io.counterpart.channel.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
