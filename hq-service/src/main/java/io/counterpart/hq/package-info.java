/** Headquarters: owner of the customers and of their account numbers. */
@NullMarked
package io.counterpart.hq;

import org.jspecify.annotations.NullMarked;
