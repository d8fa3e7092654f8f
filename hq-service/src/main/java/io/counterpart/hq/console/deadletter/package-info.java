/** Dead letters: read, try again, discard. */
@NullMarked
package io.counterpart.hq.console.deadletter;

import org.jspecify.annotations.NullMarked;
