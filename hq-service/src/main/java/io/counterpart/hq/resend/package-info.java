/** Full resend: publishes every customer to the channels again, page by page, for a channel database that lost data. */
@ApplicationModule(allowedDependencies = {"audit", "distribution", "master", "problem", "staging", "messaging"})
@NullMarked
package io.counterpart.hq.resend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
