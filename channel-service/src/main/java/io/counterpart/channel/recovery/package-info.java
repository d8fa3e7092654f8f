/** The reports of this channel database after HQ's database was restored: the customers that HQ may have lost. */
@ApplicationModule(allowedDependencies = {"configuration", "messaging"})
@NullMarked
package io.counterpart.channel.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
