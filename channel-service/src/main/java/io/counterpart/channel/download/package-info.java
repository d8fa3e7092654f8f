/** 1010: takes in the customers as HQ knows them, without losing what was typed here since. */
@ApplicationModule(allowedDependencies = {"accountnumber", "configuration", "event", "recovery", "wire"})
@NullMarked
package io.counterpart.channel.download;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
