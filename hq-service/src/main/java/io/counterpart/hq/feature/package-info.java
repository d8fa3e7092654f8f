/** Features, enabled or disabled for all channels. */
@ApplicationModule(allowedDependencies = {"audit", "configuration", "page", "problem"})
@NullMarked
package io.counterpart.hq.feature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
