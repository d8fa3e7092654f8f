package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code recovery}.
 *
 * @param sign why HQ assumes that its database was restored
 * @param lostSince changes since then may be missing in the database
 */
record Recovery(
        UUID id,
        String sign,
        Instant detectedAt,
        Instant lostSince,
        String status,
        @Nullable Instant topicsReadAt,
        long highestNumber,
        long customersInserted,
        long customersUpdated,
        long customersInConflict,
        long operationsReopened,
        @Nullable Long sequenceFrom,
        @Nullable Long sequenceTo,
        @Nullable Instant finishedAt) {

    boolean isCollecting() {
        return status.equals("COLLECTING");
    }
}
