/**
 * The configuration that this channel database has applied from 1070 and 1110, without anything that exists only at HQ.
 */
@ApplicationModule(allowedDependencies = {"clerk", "event", "problem", "security", "messaging"})
@NullMarked
package io.counterpart.channel.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
