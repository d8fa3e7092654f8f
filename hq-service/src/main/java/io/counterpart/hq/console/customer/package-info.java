/** Customers: search, view, edit. */
@NullMarked
package io.counterpart.hq.console.customer;

import org.jspecify.annotations.NullMarked;
