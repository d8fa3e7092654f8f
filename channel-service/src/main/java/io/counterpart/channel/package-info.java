/** The channel service: serves tills and web shops of one channel database, even while HQ is unavailable. */
@NullMarked
package io.counterpart.channel;

import org.jspecify.annotations.NullMarked;
