package io.counterpart.channel.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.event.ChannelEventPublisher;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.bulk.KeyLookupPlan;

/**
 * Writes snapshots in sets and in one transaction into the tables that JPA owns otherwise. Raises the version where it
 * changes what users entered, so that an edit based on the previous version is refused and overwrites nothing.
 */
@Service
class SnapshotWriter {

    private final KeyLookupPlan rowsByKey;
    private final SnapshotRepository repository;
    private final SnapshotRowWriter rows;
    private final ChannelEventPublisher events;
    private final CustomerUseService uses;
    private final String channelDatabase;
    private final Clock clock;

    SnapshotWriter(
            KeyLookupPlan rowsByKey,
            SnapshotRepository repository,
            SnapshotRowWriter rows,
            ChannelEventPublisher events,
            CustomerUseService uses,
            ChannelProperties properties,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.repository = repository;
        this.rows = rows;
        this.events = events;
        this.uses = uses;
        this.channelDatabase = properties.channelDatabase();
        this.clock = clock;
    }

    /** Applies one snapshot per customer. */
    @Transactional
    public SnapshotBatchResult write(List<CustomerSnapshot> batch) {
        rowsByKey.forCurrentTransaction();
        List<CustomerSnapshot> newest = withoutLinked(batch);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<UUID, StoredCustomer> known = repository.lock(
                newest.stream().map(CustomerSnapshot::asyncCustomerId).toList());
        SnapshotPartition sorted = SnapshotPartition.of(newest, known, channelDatabase, now);
        List<ReceivedSnapshot> added = mergePendingEdits(sorted.added(), known);
        List<ReceivedSnapshot> changed = mergePendingEdits(sorted.changed(), known);
        List<ReceivedSnapshot> whole =
                Stream.concat(changed.stream(), added.stream()).toList();

        Set<UUID> linked = removeLinked(sorted);
        repository.freeIdentities(whole);
        repository.updateState(sorted.swapped());
        Map<UUID, Set<Object>> parts =
                repository.removeParts(changed.stream().map(SnapshotWriter::id).toList());
        repository.updateWhole(changed.stream()
                .map(each -> each.withPartsChanged(!each.parts().equals(parts.getOrDefault(id(each), Set.of()))))
                .toList());
        rows.copyCustomers(added);
        rows.copyParts(whole);
        repository.addAliases(aliases(Stream.concat(sorted.swapped().stream(), whole.stream())));
        events.append(SnapshotEvents.of(sorted, known, linked));
        return new SnapshotBatchResult(
                sorted.added().size(), sorted.swapped().size() + changed.size(), numbered(sorted, known, now), linked);
    }

    // A late snapshot of a pending customer that HQ has linked since must not insert it again.
    private List<CustomerSnapshot> withoutLinked(List<CustomerSnapshot> batch) {
        Set<UUID> linked = repository.linked(batch.stream()
                .filter(each -> each.accountNumber() == null || !each.aliases().isEmpty())
                .map(CustomerSnapshot::asyncCustomerId)
                .toList());
        return batch.stream()
                .filter(each -> !linked.contains(each.asyncCustomerId()))
                .toList();
    }

    private List<ReceivedSnapshot> mergePendingEdits(List<ReceivedSnapshot> arrived, Map<UUID, StoredCustomer> known) {
        Map<UUID, Integer> applied = new HashMap<>();
        for (ReceivedSnapshot each : arrived) {
            StoredCustomer here = known.get(id(each));
            if (here != null && here.hasEditsAfter(each.appliedOperation())) {
                applied.put(id(each), each.appliedOperation());
            }
            applied.putAll(each.appliedOfAliases());
        }
        Map<UUID, List<CustomerOperation>> edits = repository.editsAfter(applied);
        return arrived.stream()
                .map(each -> each.with(PendingEditMerger.overlay(each.content(), of(each, edits))))
                .toList();
    }

    private static List<CustomerOperation> of(ReceivedSnapshot arrived, Map<UUID, List<CustomerOperation>> edits) {
        return Stream.concat(Stream.of(id(arrived)), arrived.snapshot().aliases().stream())
                .flatMap(id -> edits.getOrDefault(id, List.of()).stream())
                .toList();
    }

    private Set<UUID> removeLinked(SnapshotPartition sorted) {
        Map<UUID, UUID> survivors = new TreeMap<>();
        Stream.of(sorted.added(), sorted.swapped(), sorted.changed())
                .flatMap(List::stream)
                .forEach(each -> each.snapshot().aliases().forEach(alias -> survivors.put(alias, id(each))));
        uses.transfer(survivors);
        return repository.removeLinked(survivors.keySet());
    }

    private static Map<String, UUID> aliases(Stream<ReceivedSnapshot> arrived) {
        Map<String, UUID> aliases = new HashMap<>();
        arrived.forEach(each -> {
            String number = each.snapshot().accountNumber();
            if (number != null) {
                aliases.put(number, id(each));
            }
            each.snapshot().aliases().forEach(alias -> aliases.put(alias.toString(), id(each)));
        });
        return aliases;
    }

    private Map<UUID, Duration> numbered(SnapshotPartition sorted, Map<UUID, StoredCustomer> known, Instant now) {
        Map<UUID, Duration> numbered = new HashMap<>();
        Stream.concat(sorted.swapped().stream(), sorted.changed().stream())
                .filter(each -> each.snapshot().accountNumber() != null
                        && each.snapshot().channelDatabase().equals(channelDatabase)
                        && !Objects.requireNonNull(known.get(id(each))).hasNumber())
                .forEach(each ->
                        numbered.put(id(each), Duration.between(each.snapshot().createdAt(), now)));
        return numbered;
    }

    private static UUID id(ReceivedSnapshot arrived) {
        return arrived.snapshot().asyncCustomerId();
    }
}
