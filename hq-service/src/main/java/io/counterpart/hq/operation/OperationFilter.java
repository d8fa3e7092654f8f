package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Criteria for operations; null: no restriction.
 *
 * @param status {@code OPEN} for all open operations, or one status
 * @param device the name of a till or storefront
 * @param clerk as the till named it
 * @param customer an account number or an async customer ID
 * @param q an account number, an async customer ID, an operation ID, or a text in open operations
 * @param before the row ID at which the page begins
 */
public record OperationFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String device,
        @Nullable String clerk,
        @Nullable String customer,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean oldestFirst,
        @Nullable Long before) {

    private static final Set<String> OPEN = Set.of("OPEN", "PENDING", "WAITING", "FAILED");

    /** Whether only open operations can match. */
    boolean isOpenOnly() {
        return errorCode != null || (status != null && OPEN.contains(status));
    }

    /** The same filter, starting after that row. */
    OperationFilter from(long recid) {
        return new OperationFilter(
                status,
                channel,
                channelDatabase,
                device,
                clerk,
                customer,
                kind,
                errorCode,
                q,
                from,
                to,
                oldestFirst,
                recid);
    }
}
