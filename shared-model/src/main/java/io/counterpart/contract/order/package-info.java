/** Customer orders, as far as they wait for their customer: what a channel sends and what HQ makes of it. */
@NullMarked
package io.counterpart.contract.order;

import org.jspecify.annotations.NullMarked;
