package io.counterpart.hq.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.till.TillCounts;

/** The content of the home page. */
record HomeView(
        Instant at,
        List<PipelineRow> lanes,
        long waitingToLeave,
        PipelineRowRepository.ThroughputRow speed,
        CreationChart creations,
        List<Warning> warnings,
        StuckCounts stuck,
        TillCounts tills) {

    public long open() {
        return lanes.stream().mapToLong(PipelineRow::open).sum();
    }

    public long failed() {
        return lanes.stream().mapToLong(PipelineRow::failed).sum();
    }

    /** The creation time of the customer that has been pending longest, according to the channels. */
    public @Nullable Instant oldestPending() {
        return lanes.stream()
                .map(PipelineRow::oldestPending)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public long waitingInChannels() {
        return lanes.stream().mapToLong(PipelineRow::waitingInChannel).sum();
    }
}
