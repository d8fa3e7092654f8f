/** Stuck customers: where they stand and the button that fixes it. */
@NullMarked
package io.counterpart.hq.console.stuck;

import org.jspecify.annotations.NullMarked;
