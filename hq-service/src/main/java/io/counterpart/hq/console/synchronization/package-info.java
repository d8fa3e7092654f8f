/** Customer synchronization status: every operation, why one failed, and the repair. */
@NullMarked
package io.counterpart.hq.console.synchronization;

import org.jspecify.annotations.NullMarked;
