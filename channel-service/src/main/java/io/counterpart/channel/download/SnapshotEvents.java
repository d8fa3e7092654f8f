package io.counterpart.channel.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** The channel events of a batch of snapshots; a customer that is new to this channel database causes none. */
final class SnapshotEvents {

    private SnapshotEvents() {}

    /** @param restored added customers whose merge HQ undid */
    static List<ChannelEvent> of(
            SnapshotPartition sorted, Map<UUID, StoredCustomer> known, Set<UUID> linked, Set<UUID> restored) {
        var events = new ArrayList<ChannelEvent>();
        sorted.swapped().forEach(each -> swapped(each, known(each, known)).ifPresent(events::add));
        sorted.changed().forEach(each -> events.add(changed(each, known(each, known))));
        sorted.added().stream()
                .filter(it -> restored.contains(it.snapshot().asyncCustomerId()))
                .forEach(it -> events.add(ChannelEvent.changed(
                        it.snapshot().asyncCustomerId(), it.snapshot().accountNumber(), it.at())));
        Stream.of(sorted.added(), sorted.swapped(), sorted.changed())
                .flatMap(List::stream)
                .forEach(each -> events.addAll(linked(each, linked)));
        return events;
    }

    private static StoredCustomer known(ReceivedSnapshot arrived, Map<UUID, StoredCustomer> known) {
        return Objects.requireNonNull(known.get(arrived.snapshot().asyncCustomerId()));
    }

    // Staging is only a time in the timeline, and no client waits for it.
    private static Optional<ChannelEvent> swapped(ReceivedSnapshot arrived, StoredCustomer before) {
        boolean onlyStaged = arrived.snapshot().accountNumber() == null && !arrived.isFailed();
        return onlyStaged ? Optional.empty() : Optional.of(changed(arrived, before));
    }

    private static ChannelEvent changed(ReceivedSnapshot arrived, StoredCustomer before) {
        CustomerSnapshot snapshot = arrived.snapshot();
        UUID id = snapshot.asyncCustomerId();
        String number = snapshot.accountNumber();
        if (arrived.isErased()) {
            return ChannelEvent.erased(id, number, arrived.at());
        }
        if (arrived.isFailed() && (number == null || !arrived.refusal().equals(before.refusal()))) {
            return ChannelEvent.syncFailed(id, number, onlyChannel(snapshot), arrived.at());
        }
        if (number != null && !before.hasNumber()) {
            return ChannelEvent.synced(id, number, snapshot.channel(), arrived.at());
        }
        // The refused operation was repaired or skipped.
        return number != null && before.refusal() != null && !arrived.isFailed()
                ? ChannelEvent.synced(id, number, null, arrived.at())
                : ChannelEvent.changed(id, number, arrived.at());
    }

    // A creation concerns the channel that made it; any channel of this database may have made a later operation.
    private static @Nullable String onlyChannel(CustomerSnapshot snapshot) {
        return snapshot.accountNumber() == null ? snapshot.channel() : null;
    }

    private static List<ChannelEvent> linked(ReceivedSnapshot arrived, Set<UUID> linked) {
        CustomerSnapshot snapshot = arrived.snapshot();
        String number = snapshot.accountNumber();
        return number == null
                ? List.of()
                : snapshot.aliases().stream()
                        .filter(linked::contains)
                        .map(alias -> ChannelEvent.synced(alias, number, snapshot.channel(), arrived.at()))
                        .toList();
    }
}
