/** The customer master: its domain model, the merge of edits, and its tables. */
@ApplicationModule(allowedDependencies = "messaging")
@NullMarked
package io.counterpart.hq.master;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
