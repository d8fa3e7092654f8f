/** What this channel database runs: the 1070 and 1110 data that it applied, and nothing that HQ only holds. */
@ApplicationModule(allowedDependencies = {"event", "problem", "security", "wire"})
@NullMarked
package io.counterpart.channel.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
