/** The search for customers: in this channel database and, on request, at HQ as well. */
@ApplicationModule(allowedDependencies = {"customer", "realtime", "warmup"})
@NullMarked
package io.counterpart.channel.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
