/** Many operations that are edited and tried again together: preview, start, progress, cancel. */
@NullMarked
package io.counterpart.hq.operation.bulk;

import org.jspecify.annotations.NullMarked;
