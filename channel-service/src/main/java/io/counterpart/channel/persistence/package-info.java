/** The mapping of contract values to columns. */
@ApplicationModule(allowedDependencies = {"messaging"})
@NullMarked
package io.counterpart.channel.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
