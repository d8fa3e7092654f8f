package io.counterpart.support.security;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts refused requests by address and status, and writes one security event for each of them a minute. */
class RefusalCounter implements DisposableBean {

    /** Bounds the memory and the log during an attack from many addresses; all further addresses are counted as one. */
    static final int MOST_ADDRESSES = 1000;

    private static final String OTHERS = "others";

    private final Object lock = new Object();
    private Map<Refusal, Long> counts = new HashMap<>();

    void count(String address, int status) {
        var refusal = new Refusal(address, status);
        synchronized (lock) {
            boolean fits = counts.size() < MOST_ADDRESSES || counts.containsKey(refusal);
            counts.merge(fits ? refusal : new Refusal(OTHERS, status), 1L, Long::sum);
        }
    }

    @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
    void write() {
        Map<Refusal, Long> counted;
        synchronized (lock) {
            counted = counts;
            counts = new HashMap<>();
        }
        counted.forEach((refusal, count) -> SecurityEvents.write(
                "requests-refused", "status", refusal.status(), "address", refusal.address(), "count", count));
    }

    @Override
    public void destroy() {
        write();
    }

    private record Refusal(String address, int status) {}
}
