/** Statistics: throughput, latency, backlog and failures over time, sampled into HQ's database. */
@ApplicationModule(allowedDependencies = {"language", "page", "problem"})
@NullMarked
package io.counterpart.hq.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
