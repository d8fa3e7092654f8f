/** The channel service: serves tills and web shops of one channel database, also while HQ is away. */
@NullMarked
package io.counterpart.channel;

import org.jspecify.annotations.NullMarked;
