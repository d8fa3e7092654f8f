/** Compares what clients were told with what is found once all is quiet; each promise is a rule of its own. */
@NullMarked
package io.counterpart.faults.check;

import org.jspecify.annotations.NullMarked;
