/** The operations of the clients of a fault test, and the responses they got. */
@NullMarked
package io.counterpart.faults.history;

import org.jspecify.annotations.NullMarked;
