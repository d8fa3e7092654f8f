/** The options of a command line: parsed, checked and explained. */
@NullMarked
package io.counterpart.stack.options;

import org.jspecify.annotations.NullMarked;
