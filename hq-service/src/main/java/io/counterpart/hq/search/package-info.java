/** One search for everything: customers, operations, channels, channel databases, jobs and pages. */
@ApplicationModule(allowedDependencies = {"channel", "customer", "job", "operation", "page", "problem"})
@NullMarked
package io.counterpart.hq.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
