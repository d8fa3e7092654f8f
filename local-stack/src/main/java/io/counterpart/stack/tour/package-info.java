/** The guided tour: demonstrates the guarantees of the system step by step on the running stack. */
@NullMarked
package io.counterpart.stack.tour;

import org.jspecify.annotations.NullMarked;
