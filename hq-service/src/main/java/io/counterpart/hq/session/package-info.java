/** What channels report of themselves: upload and download sessions, heartbeats, and the pipeline as a whole. */
@ApplicationModule(allowedDependencies = {"problem", "reconciliation", "topics"})
@NullMarked
package io.counterpart.hq.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
