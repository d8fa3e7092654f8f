package io.counterpart.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A histogram of durations, with three digits of precision, up to one hour. */
public final class LatencyHistogram {

    private static final long HIGHEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Histogram histogram = new ConcurrentHistogram(HIGHEST_MICROS, 3);

    void add(Duration took) {
        long micros = TimeUnit.NANOSECONDS.toMicros(took.toNanos());
        histogram.recordValue(Math.max(0, Math.min(HIGHEST_MICROS, micros)));
    }

    public long count() {
        return histogram.getTotalCount();
    }

    public double millisAt(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }
}
