/** Number sequences: account numbers, never one twice. */
@ApplicationModule(allowedDependencies = "problem")
@NullMarked
package io.counterpart.hq.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
