package io.counterpart.hq.stuck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.counterpart.hq.session.PendingState;
import io.counterpart.hq.session.PipelineService;

/** Gauges of pending and stuck customers by channel database, refreshed every ten seconds. */
@Component
class StuckMetrics {

    private static final Logger log = LoggerFactory.getLogger(StuckMetrics.class);

    private final PipelineService pipeline;
    private final StuckCustomerService service;
    private final Clock clock;
    private final MultiGauge ages;
    private final MultiGauge gaps;
    private volatile List<PendingState> last = List.of();
    private volatile long stuck;

    StuckMetrics(PipelineService pipeline, StuckCustomerService service, MeterRegistry meters, Clock clock) {
        this.pipeline = pipeline;
        this.service = service;
        this.clock = clock;
        this.ages = MultiGauge.builder("hq.customers.pending.oldest.age")
                .description("Age of the oldest pending customer of a channel database")
                .baseUnit("seconds")
                .register(meters);
        this.gaps = MultiGauge.builder("hq.operations.uploaded.not.staged")
                .description("Operations uploaded by a channel database and not staged at HQ")
                .register(meters);
        Gauge.builder("hq.customers.stuck", this, it -> it.stuck)
                .description("Customers pending for too long")
                .register(meters);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            stuck = service.count();
            last = pipeline.pendingStates();
            publish();
        } catch (RuntimeException e) {
            log.warn("Stuck customers could not be counted: {}", e.getClass().getSimpleName());
        }
    }

    long stuck() {
        return stuck;
    }

    List<PendingState> states() {
        return last;
    }

    private void publish() {
        var age = new ArrayList<MultiGauge.Row<?>>();
        var gap = new ArrayList<MultiGauge.Row<?>>();
        for (PendingState state : last) {
            Tags tags = Tags.of("channel.database", state.channelDatabase());
            age.add(MultiGauge.Row.of(tags, state, it -> ageOf(it).toSeconds()));
            gap.add(MultiGauge.Row.of(tags, state, PendingState::uploadedNotStaged));
        }
        ages.register(age, true);
        gaps.register(gap, true);
    }

    private Duration ageOf(PendingState state) {
        Instant since = state.oldestPendingSince();
        Instant now = clock.instant();
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
