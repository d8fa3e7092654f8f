package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A recovery as the API returns it.
 *
 * @param waitingFor channel databases that have not reported yet
 * @param customersInConflict customers whose account number another customer has here: an operator has to decide
 * @param sequenceFrom,sequenceTo the next account number before and after
 */
public record RecoveryView(
        UUID id,
        String sign,
        Instant detectedAt,
        Instant lostSince,
        String status,
        List<String> waitingFor,
        List<RecoveryReport> reports,
        long customersInserted,
        long customersUpdated,
        long customersInConflict,
        long operationsReopened,
        @Nullable Long sequenceFrom,
        @Nullable Long sequenceTo,
        @Nullable Instant finishedAt) {

    static RecoveryView of(Recovery it, List<RecoveryReport> reports) {
        return new RecoveryView(
                it.id(),
                it.sign(),
                it.detectedAt(),
                it.lostSince(),
                it.status(),
                reports.stream()
                        .filter(RecoveryReport::isMissing)
                        .map(RecoveryReport::channelDatabase)
                        .toList(),
                reports,
                it.customersInserted(),
                it.customersUpdated(),
                it.customersInConflict(),
                it.operationsReopened(),
                it.sequenceFrom(),
                it.sequenceTo(),
                it.finishedAt());
    }
}
