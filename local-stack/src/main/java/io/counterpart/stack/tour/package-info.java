/** The guided tour: what the system promises, shown step by step on the running stack. */
@NullMarked
package io.counterpart.stack.tour;

import org.jspecify.annotations.NullMarked;
