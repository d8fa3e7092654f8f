/** Stories that people would tell of the whole system, told against the real one. */
@NullMarked
package io.counterpart.endtoend;

import org.jspecify.annotations.NullMarked;
