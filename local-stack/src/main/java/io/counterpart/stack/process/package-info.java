/** Child processes: their start, supervision and end, and the ports that they listen on. */
@NullMarked
package io.counterpart.stack.process;

import org.jspecify.annotations.NullMarked;
