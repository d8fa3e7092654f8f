/** Failed operations grouped by cause, with the notes of operators. */
@NullMarked
package io.counterpart.hq.operation.cause;

import org.jspecify.annotations.NullMarked;
