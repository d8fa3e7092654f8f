/** Child processes: how they are started, watched and ended, and the ports that they listen on. */
@NullMarked
package io.counterpart.stack.process;

import org.jspecify.annotations.NullMarked;
