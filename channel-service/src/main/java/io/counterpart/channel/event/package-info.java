/** What happens, told to the tills that listen: written with the change, numbered after the commit, sent as it comes. */
@ApplicationModule(allowedDependencies = {"problem", "security", "wire"})
@NullMarked
package io.counterpart.channel.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
