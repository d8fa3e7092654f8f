package io.counterpart.channel.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Writes snapshots into the tables that JPA owns otherwise, set by set and in one transaction. Raises the version of what
 * it changes, so that an edit that was read before it is refused rather than overwritten.
 */
@Service
class SnapshotWriter {

    private final SnapshotRepository repository;
    private final SnapshotRows rows;
    private final String channelDatabase;
    private final Clock clock;

    SnapshotWriter(SnapshotRepository repository, SnapshotRows rows, ChannelProperties properties, Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.channelDatabase = properties.channelDatabase();
        this.clock = clock;
    }

    /** Takes one snapshot for each customer. */
    @Transactional
    public WrittenBatch write(List<CustomerSnapshot> newest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<UUID, KnownCustomer> known = repository.lock(
                newest.stream().map(CustomerSnapshot::asyncCustomerId).toList());
        Sorted sorted = Sorted.of(newest, known, channelDatabase, now);
        List<Arrived> changed = withEditsLaidOver(sorted.changed(), known);
        List<Arrived> whole =
                Stream.concat(changed.stream(), sorted.added().stream()).toList();

        removeLinked(sorted);
        repository.freeIdentities(whole);
        repository.updateState(sorted.swapped());
        repository.updateWhole(changed);
        repository.removeParts(changed.stream().map(SnapshotWriter::id).toList());
        rows.copyCustomers(sorted.added());
        rows.copyParts(whole);
        repository.addAliases(aliases(Stream.concat(sorted.swapped().stream(), whole.stream())));
        return new WrittenBatch(
                sorted.added().size(), sorted.swapped().size() + changed.size(), numbered(sorted, known, now));
    }

    private List<Arrived> withEditsLaidOver(List<Arrived> changed, Map<UUID, KnownCustomer> known) {
        Map<UUID, List<CustomerOperation>> edits = repository.editsAfter(changed.stream()
                .filter(each -> Objects.requireNonNull(known.get(id(each))).hasEditsAfter(each.appliedOperation()))
                .toList());
        return changed.stream()
                .map(each -> each.with(PendingEdits.overlay(each.content(), edits.getOrDefault(id(each), List.of()))))
                .toList();
    }

    private void removeLinked(Sorted sorted) {
        repository.removeLinked(Stream.of(sorted.added(), sorted.swapped(), sorted.changed())
                .flatMap(List::stream)
                .flatMap(each -> each.snapshot().aliases().stream())
                .toList());
    }

    private static Map<String, UUID> aliases(Stream<Arrived> arrived) {
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

    private Map<UUID, Duration> numbered(Sorted sorted, Map<UUID, KnownCustomer> known, Instant now) {
        Map<UUID, Duration> numbered = new HashMap<>();
        Stream.concat(sorted.swapped().stream(), sorted.changed().stream())
                .filter(each -> each.snapshot().accountNumber() != null
                        && each.snapshot().channelDatabase().equals(channelDatabase)
                        && !Objects.requireNonNull(known.get(id(each))).hasNumber())
                .forEach(each ->
                        numbered.put(id(each), Duration.between(each.snapshot().createdAt(), now)));
        return numbered;
    }

    private static UUID id(Arrived arrived) {
        return arrived.snapshot().asyncCustomerId();
    }
}
