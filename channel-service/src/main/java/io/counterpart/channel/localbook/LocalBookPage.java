package io.counterpart.channel.localbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of the local customer book.
 *
 * @param customers new and changed customers, which replace the copies of the till
 * @param removed customers that the till deletes
 * @param cursor the {@code since} of the next request
 * @param more whether the next page can be read at once
 * @param freshAsOf when all pages up to the last one are read, the copy is at least as new as this time
 */
record LocalBookPage(
        List<LocalBookCustomer> customers,
        List<RemovedCustomer> removed,
        String cursor,
        boolean more,
        Instant freshAsOf,
        LocalBookBounds bounds) {

    /**
     * A customer that left the store's scope, was linked to another one or erased.
     *
     * @param replacedBy the customer that it was linked to; null: it was not linked
     */
    record RemovedCustomer(UUID asyncCustomerId, @Nullable UUID replacedBy) {}

    /**
     * What a copy contains at most.
     *
     * @param customers number of customers
     * @param days days since the last use in the store
     */
    record LocalBookBounds(int customers, int days) {}
}
