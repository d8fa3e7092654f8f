/** Tests of the files of the storefront that need no browser. */
@NullMarked
package io.counterpart.storefront;

import org.jspecify.annotations.NullMarked;
