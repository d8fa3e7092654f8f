package io.counterpart.hq.console.home;

import java.time.Instant;
import java.util.List;

/** What the home page shows. */
record HomeView(
        Instant at,
        List<Lane> lanes,
        long waitingToLeave,
        LaneRepository.Speed speed,
        Creations creations,
        List<Warning> warnings) {

    public long open() {
        return lanes.stream().mapToLong(Lane::open).sum();
    }

    public long failed() {
        return lanes.stream().mapToLong(Lane::failed).sum();
    }

    public long waitingInChannels() {
        return lanes.stream().mapToLong(Lane::waitingInChannel).sum();
    }
}
