/** Search for customers: in this channel database, and at HQ as well where that is asked for. */
@ApplicationModule(allowedDependencies = {"customer", "headquarters", "realtime", "warmup"})
@NullMarked
package io.counterpart.channel.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
