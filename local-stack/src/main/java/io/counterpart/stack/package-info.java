/** The whole of Counterpart on one machine, started by one command or, in a test, by one object. */
@NullMarked
package io.counterpart.stack;

import org.jspecify.annotations.NullMarked;
