package io.counterpart.channel.pending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Tracks the operations that HQ has not acknowledged: scans the log once, a few seconds behind its end, holds the
 * pending operations in memory, and checks only those again.
 */
@Service
public class PendingCustomerTracker {

    /** The maximum number of operations in memory; the scan waits until some of them are acknowledged. */
    static final int MOST = 5_000;

    private static final Logger log = LoggerFactory.getLogger(PendingCustomerTracker.class);
    private static final int OLDEST = 100;

    private final PendingOperationRepository repository;
    private final PendingProperties properties;
    private final Clock clock;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Map<Long, PendingOperation> pending = new TreeMap<>();
    private long settledTo;
    private long walkedTo;
    private boolean settled;
    private boolean complete;
    private Instant walkBegan;
    private volatile PendingCustomers current = PendingCustomers.UNKNOWN;

    PendingCustomerTracker(PendingOperationRepository repository, PendingProperties properties, Clock clock) {
        this.repository = repository;
        this.properties = properties;
        this.clock = clock;
        this.walkBegan = clock.instant();
    }

    public PendingCustomers current() {
        return current;
    }

    void refresh() {
        try {
            round();
        } catch (DataAccessException e) {
            log.warn("Pending customers could not be counted: {}", e.getClass().getSimpleName());
        }
    }

    private synchronized void round() {
        settle();
        examineAgain();
        walk();
        current = summary();
    }

    // Ages are measured by the rounds of this instance, since the time of an operation is by the clock of a till.
    private void settle() {
        Instant now = clock.instant();
        long highest = repository.highestCounter();
        if (highest < walkedTo || walkBegan.plus(properties.reexamine()).isBefore(now)) {
            walkedTo = 0;
            walkBegan = now;
        }
        settledTo = Math.min(settledTo, highest);
        marks.addLast(new Mark(now, highest));
        for (Mark mark = marks.peekFirst(); mark != null && isSettled(mark, now); mark = marks.peekFirst()) {
            settledTo = mark.counter();
            settled = true;
            marks.removeFirst();
        }
    }

    private boolean isSettled(Mark mark, Instant now) {
        return !mark.at().plus(properties.settle()).isAfter(now);
    }

    private void examineAgain() {
        if (!pending.isEmpty()) {
            var known = new HashMap<>(pending);
            pending.clear();
            for (PendingOperation operation : repository.stillPending(known.keySet())) {
                long counter = operation.replicationCounter();
                Instant since = Objects.requireNonNull(known.get(counter)).since();
                pending.put(counter, operation.sinceAtLatest(since));
            }
        }
    }

    // An operation whose clock is ahead counts as created at the latest in the round that found it.
    private void walk() {
        Instant now = clock.instant();
        for (int i = 0; i < properties.batches() && pending.size() < MOST; i++) {
            long end = repository.endOfBatch(walkedTo, settledTo, properties.batchSize());
            if (end == 0) {
                complete |= settled;
                return;
            }
            for (PendingOperation operation : repository.pendingIn(walkedTo, end)) {
                pending.putIfAbsent(operation.replicationCounter(), operation.sinceAtLatest(now));
            }
            walkedTo = end;
        }
    }

    private PendingCustomers summary() {
        Map<UUID, PendingOperation> first = new LinkedHashMap<>();
        for (PendingOperation operation : pending.values()) {
            first.putIfAbsent(operation.asyncCustomerId(), operation);
        }
        List<PendingOperation> oldest = new ArrayList<>(first.values());
        oldest.sort(Comparator.comparing(PendingOperation::since));
        return oldest.isEmpty()
                ? complete ? PendingCustomers.NONE : PendingCustomers.UNKNOWN
                : new PendingCustomers(
                        oldest.size(),
                        oldest.get(0).since(),
                        complete,
                        List.copyOf(oldest.subList(0, Math.min(OLDEST, oldest.size()))));
    }

    /** The end of the log at a time. */
    private record Mark(Instant at, long counter) {}
}
