package io.counterpart.support.limit;

import java.time.Clock;
import java.util.Arrays;

/** Counts what happened in the last hour, by minute. */
final class HourlyCount {

    private static final int MINUTES = 60;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Clock clock;
    private final long[] counts = new long[MINUTES];
    private long newest;

    HourlyCount(Clock clock) {
        this.clock = clock;
    }

    synchronized void add() {
        moveToNow();
        counts[(int) (newest % MINUTES)]++;
    }

    synchronized long sum() {
        moveToNow();
        return Arrays.stream(counts).sum();
    }

    private void moveToNow() {
        long now = clock.instant().getEpochSecond() / SECONDS_PER_MINUTE;
        for (long minute = Math.max(newest, now - MINUTES) + 1; minute <= now; minute++) {
            counts[(int) (minute % MINUTES)] = 0;
        }
        newest = Math.max(newest, now);
    }
}
