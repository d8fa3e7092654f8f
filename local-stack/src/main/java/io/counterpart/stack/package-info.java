/** The whole of Counterpart on one machine: one command starts it, one object does so in a test. */
@NullMarked
package io.counterpart.stack;

import org.jspecify.annotations.NullMarked;
