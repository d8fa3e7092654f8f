package io.counterpart.hq.statistics;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Samples every minute, some seconds after its end, when its transactions have ended. */
@Component
@ConditionalOnBooleanProperty(name = "hq.statistics.enabled", matchIfMissing = true)
class SamplingSchedule {

    /** How long after the end of a minute it is sampled. */
    static final Duration DELAY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(SamplingSchedule.class);

    private final SamplingService service;
    private final Clock clock;

    SamplingSchedule(SamplingService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(cron = "5 * * * * *")
    void sample() {
        try {
            service.sample(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The last minute could not be sampled, the next run includes it: {}",
                    e.getClass().getSimpleName());
        }
    }
}
