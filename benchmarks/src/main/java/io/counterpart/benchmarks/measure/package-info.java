/** The measures P1 to P10, each of which can be taken alone, and the command that takes them. */
@NullMarked
package io.counterpart.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
