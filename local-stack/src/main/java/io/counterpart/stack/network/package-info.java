/** A bad network on loopback: proxies between two programs that cut, hold up, and lose answers. */
@NullMarked
package io.counterpart.stack.network;

import org.jspecify.annotations.NullMarked;
