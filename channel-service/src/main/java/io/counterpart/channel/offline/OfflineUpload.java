package io.counterpart.channel.offline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.Problem;

/** An upload in progress: who sent it, what of it was applied before, and the results so far. */
final class OfflineUpload {

    private final Caller caller;
    private final OfflineItemResult[] results;
    private Map<UUID, ReceivedOperation> received = Map.of();

    OfflineUpload(Caller caller, int size) {
        this.caller = caller;
        this.results = new OfflineItemResult[size];
    }

    String channel() {
        return caller.channel();
    }

    /** Who did this: the clerk of the item, otherwise that of the upload. */
    Caller callerOf(OfflineItem item) {
        String clerk = item.header().clerk();
        return clerk == null ? caller : caller.usedBy(clerk);
    }

    /** The operations of the upload that were applied before. */
    void received(Map<UUID, ReceivedOperation> operations) {
        received = operations;
    }

    @Nullable ReceivedOperation receivedAs(OfflineItem item) {
        return item.operation() == null ? null : received.get(item.operation());
    }

    void record(int index, OfflineItemResult result) {
        results[index] = result;
    }

    void record(OfflineItem item, Supplier<OfflineItemResult> outcome) {
        isAcceptable(item, () -> record(item.index(), outcome.get()));
    }

    /** Returns whether the step succeeded for the item; otherwise the problem is its result. */
    boolean isAcceptable(OfflineItem item, Runnable step) {
        try {
            step.run();
            return true;
        } catch (Problem problem) {
            record(item.index(), OfflineItemResult.refused(item, problem));
            return false;
        }
    }

    /** The customers of these items that the upload did not create, and that no earlier one did. */
    Set<UUID> refused(List<OfflineCreation> items) {
        Set<UUID> refused = new HashSet<>();
        Set<UUID> stored = new HashSet<>();
        items.forEach(item -> (results[item.index()].problem() == null ? stored : refused).add(item.customer()));
        refused.removeAll(stored);
        return refused;
    }

    List<OfflineItemResult> results() {
        return Arrays.asList(results);
    }
}
