/** How values of the contract are stored in columns. */
@ApplicationModule(allowedDependencies = {"wire"})
@NullMarked
package io.counterpart.channel.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
