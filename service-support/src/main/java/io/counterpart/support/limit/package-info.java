/** Limits of requests per caller, and of failed authentications per address. */
@NullMarked
package io.counterpart.support.limit;

import org.jspecify.annotations.NullMarked;
