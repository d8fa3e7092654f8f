package io.counterpart.hq.till;

import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gauges of tills, of those that need attention by reason, and of what they have not sent. */
@Component
class TillMetrics {

    private static final Logger log = LoggerFactory.getLogger(TillMetrics.class);

    private final TillService tills;
    private volatile TillCounts last = TillCounts.NONE;

    TillMetrics(TillService tills, MeterRegistry meters) {
        this.tills = tills;
        gauge("counterpart.tills.known", "Tills that report to their channel", TillCounts::known)
                .register(meters);
        gauge("counterpart.tills.unsent", "Items that tills have not sent yet", TillCounts::unsent)
                .register(meters);
        gauge("counterpart.tills.refused", "Items of tills that have to be fixed", TillCounts::refused)
                .register(meters);
        attention("silent", TillCounts::silent, meters);
        attention("unsent", TillCounts::overdue, meters);
        attention("refused", TillCounts::rejected, meters);
        attention("clock", TillCounts::wrongClock, meters);
    }

    private void attention(String reason, ToLongFunction<TillCounts> count, MeterRegistry meters) {
        gauge("counterpart.tills.attention", "Tills that need attention", count)
                .tag("reason", reason)
                .register(meters);
    }

    private Gauge.Builder<TillMetrics> gauge(String name, String description, ToLongFunction<TillCounts> count) {
        return Gauge.builder(name, this, it -> count.applyAsLong(it.last)).description(description);
    }

    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            last = tills.counts();
        } catch (RuntimeException e) {
            log.warn("Tills could not be counted: {}", e.getClass().getSimpleName());
        }
    }
}
