package io.counterpart.hq.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an erasure will do, or did.
 *
 * @param accountNumber null: not assigned yet; the erasure assigns one, so that the ID is never used again
 * @param erasedAt null: not erased
 * @param version of the customer; 0: not converted yet. An erasure states it as {@code If-Match}
 * @param rows the number of rows with personal data by table; tables without such rows are omitted
 * @param openOperations operations that are not applied; they are closed without effect
 */
record Erasure(
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        List<UUID> aliases,
        @Nullable Instant erasedAt,
        long version,
        Map<String, Long> rows,
        List<OpenOperation> openOperations) {

    /** Whether orders are among the open operations: they are never created. */
    public boolean losesOrders() {
        return openOperations.stream().anyMatch(it -> "CREATE_ORDER".equals(it.kind()));
    }

    /** An operation that is closed without effect. */
    record OpenOperation(
            String channelDatabase,
            int operationNumber,
            @Nullable String kind,
            String status) {}
}
