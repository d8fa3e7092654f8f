/** Verifies that nothing is lost and nothing happens twice under any fault, with faults scheduled by a seed. */
@NullMarked
package io.counterpart.faults;

import org.jspecify.annotations.NullMarked;
