/** Customer orders that wait for the conversion of their customer: the order that a channel sends and HQ creates. */
@NullMarked
package io.counterpart.contract.order;

import org.jspecify.annotations.NullMarked;
