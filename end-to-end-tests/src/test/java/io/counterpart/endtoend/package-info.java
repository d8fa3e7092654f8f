/** Scenarios on the whole, real system. */
@NullMarked
package io.counterpart.endtoend;

import org.jspecify.annotations.NullMarked;
