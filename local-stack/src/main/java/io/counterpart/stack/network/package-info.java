/** Network faults on loopback: proxies between two programs that cut and delay connections, and lose responses. */
@NullMarked
package io.counterpart.stack.network;

import org.jspecify.annotations.NullMarked;
