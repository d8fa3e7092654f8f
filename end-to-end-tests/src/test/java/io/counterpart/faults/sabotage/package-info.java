/** Faults at times that a seed decides: the same seed, the same schedule. */
@NullMarked
package io.counterpart.faults.sabotage;

import org.jspecify.annotations.NullMarked;
