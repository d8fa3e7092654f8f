package io.counterpart.contract.realtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A search in the customer master.
 *
 * @param query words of the name in any order, digits of a phone, an email, or an account number
 * @param cursor where the last answer ended; null: from the start
 */
public record FindCustomers(
        String query, int limit, @Nullable String cursor) {

    /** What was found, best first; {@code nextCursor} is null at the end. */
    public record Found(
            List<CustomerSnapshot> customers, @Nullable String nextCursor) {}
}
