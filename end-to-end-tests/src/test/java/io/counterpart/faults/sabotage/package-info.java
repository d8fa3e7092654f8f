/** Fault schedules determined by a seed: the same seed produces the same schedule. */
@NullMarked
package io.counterpart.faults.sabotage;

import org.jspecify.annotations.NullMarked;
