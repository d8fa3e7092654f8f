package io.counterpart.contract.realtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.SearchCriteria;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A search in the customer master for customers that match completely.
 *
 * @param query words of the name in any order, digits of a phone, an email, or an account number
 * @param cursor the {@code nextCursor} of the previous page; null: the first page
 * @param criteria what the customers have to match beside the query, which may be empty then. Null: nothing, or a
 *     channel of an earlier release
 */
public record FindCustomers(
        String query,
        int limit,
        @Nullable String cursor,
        @Nullable SearchCriteria criteria) {

    /** The matching customers, best match first; {@code nextCursor} is null on the last page. */
    public record Found(
            List<CustomerSnapshot> customers, @Nullable String nextCursor) {}
}
