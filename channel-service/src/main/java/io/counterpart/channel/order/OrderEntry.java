package io.counterpart.channel.order;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The body of an order as sent by a till or a storefront: every field may be missing.
 *
 * @param customer account number or async customer id
 * @param currencyCode null: the customer's
 */
record OrderEntry(
        @Nullable String customer,
        @Nullable String currencyCode,
        @Nullable List<@Nullable LineEntry> lines,
        @Nullable String note) {

    /** A line in a request; quantity and price are decimal strings. */
    record LineEntry(
            @Nullable String item,
            @Nullable String quantity,
            @Nullable String price) {}
}
