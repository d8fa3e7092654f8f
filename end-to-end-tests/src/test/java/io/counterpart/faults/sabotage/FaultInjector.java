package io.counterpart.faults.sabotage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inflicts the faults of a schedule at their times, and reverts every one of them. */
public final class FaultInjector {

    private static final Logger log = LoggerFactory.getLogger(FaultInjector.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FaultSchedule schedule;
    private final Map<String, LongAdder> inflicted = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> targets = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    public FaultInjector(FaultSchedule schedule) {
        this.schedule = schedule;
    }

    /** Runs the whole schedule; returns once the last fault is reverted, or throws if one could not be. */
    public void run() throws InterruptedException {
        // More threads than targets with a fault at a time: a slow restart must not delay other faults.
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(16);
        List<? extends Future<?>> strikes = schedule.strikes().stream()
                .map(strike -> clock.schedule(() -> inject(strike), strike.at().toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        for (Future<?> strike : strikes) {
            await(strike);
        }
        clock.shutdownNow();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(String.join("\n", failures));
        }
    }

    /** The faults that were actually inflicted, by name. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        inflicted.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    private void await(Future<?> strike) throws InterruptedException {
        try {
            strike.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            failures.add("A strike did not end: " + e);
        }
    }

    // Reverting takes time; a target that is still being reverted gets no new fault until then.
    private void inject(ScheduledFault strike) {
        ReentrantLock target = targets.computeIfAbsent(strike.fault().target(), name -> new ReentrantLock());
        target.lock();
        try {
            inflict(strike);
            revert(strike.fault());
        } finally {
            target.unlock();
        }
    }

    private void inflict(ScheduledFault strike) {
        log.info("{}", strike);
        try {
            strike.fault().inflict();
            inflicted
                    .computeIfAbsent(strike.fault().name(), name -> new LongAdder())
                    .increment();
            Thread.sleep(strike.lasts().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Another fault prevents this one; it does not count.
            log.info("           {} could not be inflicted: {}", strike.fault().name(), e.toString());
        }
    }

    private void revert(Fault fault) {
        try {
            fault.revert();
            log.info("           {} is over", fault.name());
        } catch (Exception e) {
            failed("%s could not be healed: %s".formatted(fault.name(), e));
        }
    }

    private void failed(String what) {
        log.error("{}", what);
        failures.add(what);
    }
}
