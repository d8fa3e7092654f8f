/** How much the whole pipeline carries, and how fast: measured from outside, as its users see it. */
@NullMarked
package io.counterpart.benchmarks;

import org.jspecify.annotations.NullMarked;
