package io.counterpart.hq.numbering;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gauges of how many numbers each sequence has left, refreshed twice a minute. */
@Component
class NumberSequenceMetrics {

    private static final Logger log = LoggerFactory.getLogger(NumberSequenceMetrics.class);

    private final NumberSequenceRepository repository;
    private final MultiGauge left;

    NumberSequenceMetrics(NumberSequenceRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.left = MultiGauge.builder("hq.numbers.left")
                .description("Numbers that a number sequence can still assign")
                .register(meters);
    }

    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            var rows = new ArrayList<MultiGauge.Row<?>>();
            repository.all().forEach(it -> rows.add(MultiGauge.Row.of(Tags.of("sequence", it.name()), it.left())));
            left.register(rows, true);
        } catch (RuntimeException e) {
            log.warn("The number sequences could not be read: {}", e.getClass().getSimpleName());
        }
    }
}
