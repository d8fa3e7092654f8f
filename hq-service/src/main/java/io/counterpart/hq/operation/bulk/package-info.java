/** Bulk edit and retry of operations: preview, start, progress, cancel. */
@NullMarked
package io.counterpart.hq.operation.bulk;

import org.jspecify.annotations.NullMarked;
