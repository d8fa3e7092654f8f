/** What is asked of HQ beside operations: finding customers, loyalty cards, orders that HQ makes at once. */
@ApplicationModule(allowedDependencies = {"problem", "realtime"})
@NullMarked
package io.counterpart.channel.headquarters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
