/**
 * The configuration of the channels: publication on 1070 and 1110, the jobs that publish it, and saving with versions.
 */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "job", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
