/** Who changed what, and when: for everything that people do to customers and operations. */
@ApplicationModule(allowedDependencies = {"page", "problem", "security", "topics"})
@NullMarked
package io.counterpart.hq.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
