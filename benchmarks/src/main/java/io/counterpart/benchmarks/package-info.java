/** Throughput and latency of the whole pipeline, measured externally through its APIs. */
@NullMarked
package io.counterpart.benchmarks;

import org.jspecify.annotations.NullMarked;
