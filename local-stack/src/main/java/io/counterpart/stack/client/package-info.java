/** The two services as a till, a web shop or an operator's program calls them. */
@NullMarked
package io.counterpart.stack.client;

import org.jspecify.annotations.NullMarked;
