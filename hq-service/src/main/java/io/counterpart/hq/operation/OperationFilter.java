package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which operations somebody wants to see; null: all.
 *
 * @param status {@code OPEN} for all that are not done, or one status
 * @param customer an account number or an async customer id
 * @param q an account number, an async customer id, an operation id, or a text in operations that are not done
 * @param before the row id where the page begins
 */
public record OperationFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String customer,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean oldestFirst,
        @Nullable Long before) {

    private static final Set<String> OPEN = Set.of("OPEN", "PENDING", "WAITING", "FAILED");

    /** Whether only operations that are not done can match. */
    boolean isOpenOnly() {
        return errorCode != null || (status != null && OPEN.contains(status));
    }

    /** The same, from behind that row on. */
    OperationFilter from(long recid) {
        return new OperationFilter(
                status, channel, channelDatabase, customer, kind, errorCode, q, from, to, oldestFirst, recid);
    }
}
