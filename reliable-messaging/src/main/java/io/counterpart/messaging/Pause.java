package io.counterpart.messaging;

import java.time.Duration;

/**
 * The time between two rounds of a worker.
 *
 * @param endsOnSignal false: only {@link Worker#hurry()} and the end of the worker cut it short
 */
public record Pause(Duration atMost, boolean endsOnSignal) {

    private static final int HIGHEST_SHIFT = 16;

    public static final Pause NONE = new Pause(Duration.ZERO, true);
    public static final Pause UNTIL_SIGNAL = new Pause(Duration.ofDays(365), true);

    public static Pause atMost(Duration duration) {
        return new Pause(duration, true);
    }

    /** For a worker that must not be hurried by new work, like one that waits for a broker that is away. */
    public static Pause whole(Duration duration) {
        return new Pause(duration, false);
    }

    /** Doubles with each failure in succession, up to the longest. */
    public static Pause backOff(Duration first, int failures, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(HIGHEST_SHIFT, Math.max(0, failures)));
        return whole(doubled.compareTo(longest) < 0 ? doubled : longest);
    }
}
