package io.counterpart.hq.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The length of the period of a sample. Periods begin at multiples of their length, in UTC. */
enum SampleLength {
    MINUTE(Duration.ofMinutes(1)),
    QUARTER_HOUR(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    SIX_HOURS(Duration.ofHours(6));

    /** The lengths whose samples are made of those of a minute. */
    static final List<SampleLength> ROLLED_UP = List.of(QUARTER_HOUR, HOUR, SIX_HOURS);

    private final Duration duration;

    SampleLength(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    /** The beginning of the period of a point in time. */
    Instant start(Instant at) {
        long millis = duration.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
    }
}
