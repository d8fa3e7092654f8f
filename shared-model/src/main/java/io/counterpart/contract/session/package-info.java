/** Channels to HQ: what moved, what runs, and that the channel is alive (topic cdx.sessions). */
@NullMarked
package io.counterpart.contract.session;

import org.jspecify.annotations.NullMarked;
