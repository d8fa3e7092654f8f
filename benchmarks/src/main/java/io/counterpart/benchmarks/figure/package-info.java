/** What was measured, held against what was asked for, and how it is shown. */
@NullMarked
package io.counterpart.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
