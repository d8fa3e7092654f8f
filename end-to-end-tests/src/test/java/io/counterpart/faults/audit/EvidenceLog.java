package io.counterpart.faults.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.counterpart.faults.check.Conflict;
import io.counterpart.faults.check.DistributedSnapshot;
import io.counterpart.faults.check.Evidence;
import io.counterpart.faults.check.ExemptOperation;
import io.counterpart.faults.check.Refusal;
import io.counterpart.faults.check.Restore;
import io.counterpart.faults.check.StagedEdit;

/**
 * Collects during a run the data that faults destroy: topics before they are wiped, databases before they are restored.
 */
public final class EvidenceLog {

    private final List<Restore> restores = new CopyOnWriteArrayList<>();
    private final List<ExemptOperation> exempt = new CopyOnWriteArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final List<Conflict> conflicts = new CopyOnWriteArrayList<>();
    private final List<DistributedSnapshot> snapshots = new CopyOnWriteArrayList<>();
    private final List<StagedEdit> edits = new CopyOnWriteArrayList<>();
    private final List<LoggedOperation> forgotten = new CopyOnWriteArrayList<>();
    private final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

    void add(Restore restore) {
        restores.add(restore);
    }

    /** The channel database has lost the operation, and HQ has not read it yet. */
    void onlyOnTheTopic(LoggedOperation operation) {
        forgotten.add(operation);
    }

    public void exempt(ExemptOperation operation) {
        exempt.add(operation);
    }

    void deletedUnread(Set<UUID> operations) {
        deleted.addAll(operations);
    }

    void keepSnapshots(List<DistributedSnapshot> before) {
        snapshots.addAll(before);
    }

    void keepEdits(List<StagedEdit> before) {
        edits.addAll(before);
    }

    public void add(Refusal refusal) {
        refusals.add(refusal);
    }

    public void add(Conflict conflict) {
        conflicts.add(conflict);
    }

    List<DistributedSnapshot> withEarlierSnapshots(List<DistributedSnapshot> now) {
        return Stream.concat(snapshots.stream(), now.stream()).distinct().toList();
    }

    List<StagedEdit> withEarlierEdits(List<StagedEdit> now) {
        return Stream.concat(edits.stream(), now.stream()).distinct().toList();
    }

    Evidence evidence() {
        var lost = new ArrayList<>(exempt);
        // Kafka had them when the channel lost them, and lost them before HQ read them.
        forgotten.stream()
                .filter(operation -> deleted.contains(operation.operationId()))
                .map(LoggedOperation::exempt)
                .forEach(lost::add);
        return new Evidence(List.copyOf(restores), List.copyOf(lost), List.copyOf(refusals), List.copyOf(conflicts));
    }
}
