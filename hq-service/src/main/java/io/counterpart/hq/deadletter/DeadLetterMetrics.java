package io.counterpart.hq.deadletter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gauges of the open dead letters of all topics by cause, refreshed every fifteen seconds. */
@Component
class DeadLetterMetrics {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterMetrics.class);

    private final DeadLetterGroupRepository repository;
    private final MultiGauge open;

    DeadLetterMetrics(DeadLetterGroupRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.open = MultiGauge.builder("hq.dead.letters.open")
                .description("Dead letters of all topics that nobody has requeued or discarded")
                .register(meters);
    }

    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            var rows = new ArrayList<MultiGauge.Row<?>>();
            byCause().forEach((cause, letters) -> rows.add(MultiGauge.Row.of(Tags.of("cause", cause.name()), letters)));
            open.register(rows, true);
        } catch (RuntimeException e) {
            log.warn("The dead letters could not be counted: {}", e.getClass().getSimpleName());
        }
    }

    // A cause without dead letters is 0 and not absent, so that its end is seen.
    private Map<DeadLetterCause, Long> byCause() {
        var letters = new EnumMap<DeadLetterCause, Long>(DeadLetterCause.class);
        for (DeadLetterCause cause : DeadLetterCause.values()) {
            letters.put(cause, 0L);
        }
        repository.list(false).forEach(group -> letters.merge(group.cause(), group.open(), Long::sum));
        return letters;
    }
}
