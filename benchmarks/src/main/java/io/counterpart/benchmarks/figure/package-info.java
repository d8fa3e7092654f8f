/** Metrics, their goals, and their presentation. */
@NullMarked
package io.counterpart.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
