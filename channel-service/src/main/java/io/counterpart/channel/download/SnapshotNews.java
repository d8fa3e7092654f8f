package io.counterpart.channel.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** What a batch of snapshots is to those who listen. Customers that nobody here has seen yet are no news. */
final class SnapshotNews {

    private SnapshotNews() {}

    static List<ChannelEvent> of(Sorted sorted, Map<UUID, KnownCustomer> known, Set<UUID> linked) {
        var news = new ArrayList<ChannelEvent>();
        sorted.swapped().forEach(each -> swapped(each, isNumbered(each, known)).ifPresent(news::add));
        sorted.changed().forEach(each -> news.add(changed(each, isNumbered(each, known))));
        Stream.of(sorted.added(), sorted.swapped(), sorted.changed())
                .flatMap(List::stream)
                .forEach(each -> news.addAll(linked(each, linked)));
        return news;
    }

    private static boolean isNumbered(Arrived arrived, Map<UUID, KnownCustomer> known) {
        CustomerSnapshot snapshot = arrived.snapshot();
        return snapshot.accountNumber() != null
                && !Objects.requireNonNull(known.get(snapshot.asyncCustomerId()))
                        .hasNumber();
    }

    // That HQ has staged a customer is a time in its timeline, and nothing that anybody waits for.
    private static Optional<ChannelEvent> swapped(Arrived arrived, boolean numbered) {
        CustomerSnapshot snapshot = arrived.snapshot();
        boolean onlyStaged = snapshot.accountNumber() == null && snapshot.syncStatus() != SyncStatus.SYNC_FAILED;
        return onlyStaged ? Optional.empty() : Optional.of(changed(arrived, numbered));
    }

    private static ChannelEvent changed(Arrived arrived, boolean numbered) {
        CustomerSnapshot snapshot = arrived.snapshot();
        UUID id = snapshot.asyncCustomerId();
        String number = snapshot.accountNumber();
        if (numbered && number != null) {
            return ChannelEvent.synced(id, number, snapshot.channel(), arrived.at());
        }
        return snapshot.syncStatus() == SyncStatus.SYNC_FAILED
                ? ChannelEvent.syncFailed(id, snapshot.channel(), arrived.at())
                : ChannelEvent.changed(id, number, arrived.at());
    }

    private static List<ChannelEvent> linked(Arrived arrived, Set<UUID> linked) {
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
