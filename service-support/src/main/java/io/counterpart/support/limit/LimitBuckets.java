package io.counterpart.support.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The buckets of one kind of limit, by key, and how often one was empty. */
final class LimitBuckets {

    private static final int MAX_BUCKETS = 50_000;

    // By then a bucket is full again, so that a new one is the same.
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(UNUSED)
            .build();
    private final long capacity;
    private final long refill;
    private final Duration period;
    private final Counter rejections;
    private final HourlyCount recent;

    LimitBuckets(String kind, long capacity, long refill, Duration period, MeterRegistry meters, Clock clock) {
        this.capacity = capacity;
        this.refill = refill;
        this.period = period;
        this.recent = new HourlyCount(clock);
        this.rejections = Counter.builder("counterpart.requests.limited")
                .description("Requests that were rejected because of a request limit")
                .tag("kind", kind)
                .register(meters);
    }

    /** Empty: allowed. Otherwise, the time after which it is. */
    Optional<Duration> take(String key, long cost) {
        var taken = buckets.get(key, unknown -> full()).tryConsumeAndReturnRemaining(Math.min(cost, capacity));
        if (taken.isConsumed()) {
            return Optional.empty();
        }
        rejections.increment();
        recent.add();
        return Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    long rejectedInTheLastHour() {
        return recent.sum();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }
}
