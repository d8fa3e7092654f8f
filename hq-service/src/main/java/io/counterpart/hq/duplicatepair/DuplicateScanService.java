package io.counterpart.hq.duplicatepair;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.duplicatepair.DuplicateScanRepository.ScanState;
import io.counterpart.hq.duplicatepair.DuplicateScanRepository.SliceRow;
import io.counterpart.messaging.bulk.KeyLookupPlan;

/**
 * Walks through all customers in the order of their IDs, one batch per transaction and one instance at a time, and
 * compares those that are new or have changed. A pass that is not finished in one run is continued by the next.
 */
@Service
class DuplicateScanService {

    private static final UUID START = new UUID(0, 0);
    private static final UUID END = new UUID(-1, -1);
    private static final Duration GONE_FOR = Duration.ofDays(90);

    private final KeyLookupPlan rowsByKey;
    private final DuplicateScanRepository scan;
    private final PairUpdateService updates;
    private final DuplicateScanProperties properties;
    private final Clock clock;

    DuplicateScanService(
            KeyLookupPlan rowsByKey,
            DuplicateScanRepository scan,
            PairUpdateService updates,
            DuplicateScanProperties properties,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.scan = scan;
        this.updates = updates;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns whether the next batch is due at once. */
    @Transactional
    public boolean scanBatch() {
        Instant now = clock.instant();
        ScanState state = scan.tryLock(now).orElse(null);
        if (state == null) {
            return false;
        }
        rowsByKey.forCurrentTransaction();
        UUID after = Objects.requireNonNullElse(state.afterCustomer(), START);
        List<SliceRow> slice = scan.slice(after, properties.batchSize());
        boolean last = slice.size() < properties.batchSize();
        UUID next = last ? null : slice.get(slice.size() - 1).asyncCustomerId();
        compare(slice, after, next == null ? END : next, now);
        if (next == null) {
            updates.deleteGone(now.minus(GONE_FOR));
        }
        return advance(state, next, slice.size(), now);
    }

    private void compare(List<SliceRow> slice, UUID after, UUID to, Instant now) {
        Set<UUID> changed = new HashSet<>(scan.removed(after, to));
        slice.stream().filter(SliceRow::changed).map(SliceRow::asyncCustomerId).forEach(changed::add);
        if (!changed.isEmpty()) {
            updates.update(changed, now);
        }
    }

    private boolean advance(ScanState state, @Nullable UUID next, int read, Instant now) {
        int batches = state.batches() + 1;
        boolean pause = next == null || batches >= properties.batches();
        Instant due = pause ? now.plus(properties.interval()) : now;
        scan.advance(new ScanState(next, pause ? 0 : batches), read, due, next == null ? now : null);
        return !pause;
    }
}
