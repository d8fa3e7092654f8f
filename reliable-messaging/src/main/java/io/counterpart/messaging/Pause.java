package io.counterpart.messaging;

import java.time.Duration;

/**
 * The time between two rounds of a worker.
 *
 * @param endsOnSignal if false, only {@link Worker#hurry()} and the end of the worker cut the pause short
 */
public record Pause(Duration atMost, boolean endsOnSignal) {

    private static final int HIGHEST_SHIFT = 16;

    public static final Pause NONE = new Pause(Duration.ZERO, true);
    public static final Pause UNTIL_SIGNAL = new Pause(Duration.ofDays(365), true);

    public static Pause atMost(Duration duration) {
        return new Pause(duration, true);
    }

    /** A pause that new work does not cut short, for example while the broker is unavailable. */
    public static Pause whole(Duration duration) {
        return new Pause(duration, false);
    }

    /** Doubles with each consecutive failure, up to the longest pause. */
    public static Pause backOff(Duration first, int failures, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(HIGHEST_SHIFT, Math.max(0, failures)));
        return whole(doubled.compareTo(longest) < 0 ? doubled : longest);
    }
}
