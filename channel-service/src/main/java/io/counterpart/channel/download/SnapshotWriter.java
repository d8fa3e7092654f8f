package io.counterpart.channel.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEventPublisher;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.privacy.PersonalDataEraser;
import io.counterpart.contract.AsyncReason;
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
    private final MergedCustomers merges;
    private final PersonalDataEraser eraser;
    private final String channelDatabase;
    private final Clock clock;

    SnapshotWriter(
            KeyLookupPlan rowsByKey,
            SnapshotRepository repository,
            SnapshotRowWriter rows,
            ChannelEventPublisher events,
            CustomerUseService uses,
            MergedCustomers merges,
            PersonalDataEraser eraser,
            ChannelProperties properties,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.repository = repository;
        this.rows = rows;
        this.events = events;
        this.uses = uses;
        this.merges = merges;
        this.eraser = eraser;
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
                batch.stream().map(CustomerSnapshot::asyncCustomerId).toList());
        List<ChannelEvent> occurred = new ArrayList<>(
                merges.replace(batch.stream().filter(CustomerSnapshot::isMerged).toList(), known, now));
        SnapshotPartition sorted = SnapshotPartition.of(newest, known, channelDatabase, now);
        Set<UUID> restored = merges.release(sorted.added());
        List<ReceivedSnapshot> added = mergePendingEdits(sorted.added(), known, restored);
        List<ReceivedSnapshot> changed = mergePendingEdits(sorted.changed(), known, Set.of());
        List<ReceivedSnapshot> whole =
                Stream.concat(changed.stream(), added.stream()).toList();

        Map<UUID, UUID> survivors = survivors(sorted);
        Set<UUID> linked = removeLinked(survivors);
        repository.freeIdentities(whole);
        repository.updateState(sorted.swapped());
        Map<UUID, Set<Object>> parts =
                repository.removeParts(changed.stream().map(SnapshotWriter::id).toList());
        repository.updateWhole(changed.stream()
                .map(each -> each.withPartsChanged(!each.parts().equals(parts.getOrDefault(id(each), Set.of()))))
                .toList());
        rows.copyCustomers(added);
        rows.copyParts(whole);
        merges.continueNumbers(restored);
        repository.addAliases(aliases(Stream.concat(sorted.swapped().stream(), whole.stream()), survivors));
        eraser.erase(whole.stream()
                .filter(ReceivedSnapshot::isErased)
                .flatMap(ReceivedSnapshot::ids)
                .toList());
        occurred.addAll(SnapshotEvents.of(sorted, known, linked, restored));
        events.append(occurred);
        List<CustomerSnapshot> numbered = numbered(sorted, known);
        return new SnapshotBatchResult(
                sorted.added().size(),
                sorted.swapped().size() + changed.size(),
                numbered.stream().map(CustomerSnapshot::asyncCustomerId).collect(Collectors.toSet()),
                waited(numbered, now),
                linked);
    }

    // A late snapshot of a pending customer that HQ has linked since must not insert it again.
    private List<CustomerSnapshot> withoutLinked(List<CustomerSnapshot> batch) {
        Set<UUID> linked = repository.linked(batch.stream()
                .filter(each -> each.accountNumber() == null || !each.aliases().isEmpty())
                .map(CustomerSnapshot::asyncCustomerId)
                .toList());
        return batch.stream()
                .filter(each ->
                        !each.isMerged() && (each.accountNumber() != null || !linked.contains(each.asyncCustomerId())))
                .toList();
    }

    private List<ReceivedSnapshot> mergePendingEdits(
            List<ReceivedSnapshot> arrived, Map<UUID, StoredCustomer> known, Set<UUID> restored) {
        Map<UUID, Integer> applied = new HashMap<>();
        for (ReceivedSnapshot each : arrived) {
            StoredCustomer here = known.get(id(each));
            boolean edited = here == null
                    ? restored.contains(id(each))
                    : !each.isErased() && here.hasEditsAfter(each.appliedOperation());
            if (edited) {
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

    private Map<UUID, UUID> survivors(SnapshotPartition sorted) {
        Map<UUID, UUID> survivors = new TreeMap<>();
        List<ReceivedSnapshot> arrived = Stream.of(sorted.added(), sorted.swapped(), sorted.changed())
                .flatMap(List::stream)
                .toList();
        arrived.forEach(each -> each.snapshot().aliases().forEach(alias -> survivors.put(alias, id(each))));
        survivors.keySet().removeAll(merges.ofTheirOwn(arrived));
        return survivors;
    }

    private Set<UUID> removeLinked(Map<UUID, UUID> survivors) {
        uses.transfer(survivors);
        return repository.removeLinked(survivors.keySet());
    }

    private static Map<String, UUID> aliases(Stream<ReceivedSnapshot> arrived, Map<UUID, UUID> survivors) {
        Map<String, UUID> aliases = new HashMap<>();
        survivors.forEach((alias, survivor) -> aliases.put(alias.toString(), survivor));
        arrived.forEach(each -> {
            String number = each.snapshot().accountNumber();
            if (number != null) {
                aliases.put(number, id(each));
            }
        });
        return aliases;
    }

    private List<CustomerSnapshot> numbered(SnapshotPartition sorted, Map<UUID, StoredCustomer> known) {
        return Stream.concat(sorted.swapped().stream(), sorted.changed().stream())
                .filter(each -> each.snapshot().accountNumber() != null
                        && each.snapshot().channelDatabase().equals(channelDatabase)
                        && !Objects.requireNonNull(known.get(id(each))).hasNumber())
                .map(ReceivedSnapshot::snapshot)
                .toList();
    }

    private static List<Duration> waited(List<CustomerSnapshot> numbered, Instant now) {
        return numbered.stream()
                .filter(each -> each.asyncReason() != AsyncReason.POS_OFFLINE)
                .map(each -> Duration.between(each.createdAt(), now))
                .toList();
    }

    private static UUID id(ReceivedSnapshot arrived) {
        return arrived.snapshot().asyncCustomerId();
    }
}
