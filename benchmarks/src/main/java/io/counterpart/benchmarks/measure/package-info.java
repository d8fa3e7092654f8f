/** The benchmarks P1 to P12, each of which can be run alone, and the command that runs them. */
@NullMarked
package io.counterpart.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
