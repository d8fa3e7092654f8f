/** How users see long lists: the columns that they chose, and saved views of filters, columns and sort order. */
@ApplicationModule(allowedDependencies = {"access", "audit", "page", "problem"})
@NullMarked
package io.counterpart.hq.savedview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
