/** Clients of the two services, as a POS terminal, a web shop or an operator's program uses them. */
@NullMarked
package io.counterpart.stack.client;

import org.jspecify.annotations.NullMarked;
