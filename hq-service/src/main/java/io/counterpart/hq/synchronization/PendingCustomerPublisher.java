package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CreationInfo;
import io.counterpart.hq.master.CustomerContentRules;
import io.counterpart.messaging.bulk.KeyLookupPlan;
import io.counterpart.messaging.log.LogEntry;

/** Publishes customers without an account number to the channels, so that every channel finds them. */
@Component
class PendingCustomerPublisher {

    private static final int AT_ONCE = 500;

    private final KeyLookupPlan rowsByKey;
    private final OpenOperationRepository open;
    private final OperationStateRepository states;
    private final DistributionLogWriter distribution;

    PendingCustomerPublisher(
            KeyLookupPlan rowsByKey,
            OpenOperationRepository open,
            OperationStateRepository states,
            DistributionLogWriter distribution) {
        this.rowsByKey = rowsByKey;
        this.open = open;
        this.states = states;
        this.distribution = distribution;
    }

    /** Publishes pending customers staged before the given time and not published yet; returns false if more remain. */
    @Transactional
    public boolean publish(Instant stagedBefore, Instant now) {
        rowsByKey.forCurrentTransaction();
        List<OpenOperation> untold = open.untold(stagedBefore, AT_ONCE);
        distribution.append(untold.stream()
                .filter(PendingCustomerPublisher::isStorable)
                .map(operation -> entry(operation, null, now))
                .toList());
        states.markAnnounced(untold.stream().map(OpenOperation::recid).toList());
        return untold.size() < AT_ONCE;
    }

    /** Whether channels can store the customer: other content would become a dead letter in each of them. */
    static boolean isStorable(OpenOperation open) {
        return CustomerContentRules.isStorable(content(open));
    }

    /** The log entry of a pending customer; its version is the number of its publications. */
    LogEntry entry(OpenOperation open, @Nullable String error, Instant now) {
        return distribution.snapshot(snapshot(open, open.told() + 1L, error), open.traceparent(), now);
    }

    static CustomerSnapshot snapshot(OpenOperation open, long version, @Nullable String error) {
        CustomerOperation creation = open.operation();
        var origin = CreationInfo.of(creation, open.uploadedAt(), open.stagedAt());
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                version,
                creation.asyncCustomerId(),
                null,
                List.of(),
                error == null ? SyncStatus.PENDING_SYNC : SyncStatus.SYNC_FAILED,
                origin.channel(),
                origin.channelDatabase(),
                origin.creationMode(),
                origin.asyncReason(),
                origin.createdAt(),
                origin.uploadedAt(),
                origin.stagedAt(),
                null,
                Map.of(),
                creation.channelDatabase(),
                error,
                false,
                content(open));
    }

    private static CustomerContent content(OpenOperation open) {
        return ((OperationBody.CreateCustomer)
                        Objects.requireNonNull(open.operation().body()))
                .content();
    }
}
