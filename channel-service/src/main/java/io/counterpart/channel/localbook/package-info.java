/** The customers of a store as tills copy them, to find them while they are offline: page by page, then the changes. */
@ApplicationModule(allowedDependencies = {"problem", "security"})
@NullMarked
package io.counterpart.channel.localbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
