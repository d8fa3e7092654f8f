package io.counterpart.hq.staging;

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.failpoint.FailPoint;
import io.counterpart.messaging.intake.ReceivedRecord;

/** Stages the records of one poll and reports new operations after the commit. */
@Component
class StagingIntakeService {

    private static final Logger log = LoggerFactory.getLogger(StagingIntakeService.class);
    private static final int TRIES = 3;

    private final StagingService staging;
    private final ApplicationEventPublisher events;
    private final Counter staged;

    StagingIntakeService(StagingService staging, ApplicationEventPublisher events, MeterRegistry meters) {
        this.staging = staging;
        this.events = events;
        this.staged = Counter.builder("hq.staging.operations")
                .description("Staged operations")
                .register(meters);
    }

    void stage(List<ReceivedRecord<CustomerOperation>> received) {
        int fresh = stage(received.stream().map(StagedOperation::of).toList(), 1);
        FailPoint.reached("staging.committed");
        staged.increment(fresh);
        if (fresh > 0) {
            events.publishEvent(new OperationsStagedEvent(fresh));
        }
        log.debug("Staged {} of {} operations", fresh, received.size());
    }

    // After a rebalance, the former owner of a partition may stage the same records concurrently. The transaction that
    // comes second finds them at its next attempt.
    private int stage(List<StagedOperation> batch, int attempt) {
        try {
            return staging.stage(batch);
        } catch (DuplicateKeyException e) {
            if (attempt == TRIES) {
                throw e;
            }
            return stage(batch, attempt + 1);
        }
    }
}
