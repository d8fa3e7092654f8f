package io.counterpart.hq.console.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What the home page shows. */
record HomeView(
        Instant at,
        List<Lane> lanes,
        long waitingToLeave,
        LaneRepository.Speed speed,
        Creations creations,
        List<Warning> warnings,
        Stuck stuck) {

    public long open() {
        return lanes.stream().mapToLong(Lane::open).sum();
    }

    public long failed() {
        return lanes.stream().mapToLong(Lane::failed).sum();
    }

    /** The customer that has been pending longest, as the channels report it. */
    public @Nullable Instant oldestPending() {
        return lanes.stream()
                .map(Lane::oldestPending)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public long waitingInChannels() {
        return lanes.stream().mapToLong(Lane::waitingInChannel).sum();
    }
}
