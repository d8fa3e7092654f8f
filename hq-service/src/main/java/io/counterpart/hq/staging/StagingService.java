package io.counterpart.hq.staging;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.topics.IntakeProperties;
import io.counterpart.messaging.failpoint.FailPoint;
import io.counterpart.messaging.intake.ReceivedRecord;

/**
 * Stages the records of one poll in one transaction, and reports new operations after the commit; an operation that was
 * staged before has no effect.
 */
@Service
class StagingService {

    private static final Logger log = LoggerFactory.getLogger(StagingService.class);
    private static final int TRIES = 3;

    private final StagingRepository repository;
    private final TransactionTemplate transaction;
    private final IntakeProperties intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Counter staged;

    StagingService(
            StagingRepository repository,
            TransactionTemplate transaction,
            IntakeProperties intake,
            ApplicationEventPublisher events,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.transaction = transaction;
        this.intake = intake;
        this.events = events;
        this.clock = clock;
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
            return Objects.requireNonNull(transaction.execute(status -> insertNew(batch)));
        } catch (DuplicateKeyException e) {
            if (attempt == TRIES) {
                throw e;
            }
            return stage(batch, attempt + 1);
        }
    }

    // Returns how many operations were new.
    private int insertNew(List<StagedOperation> batch) {
        var fresh = new LinkedHashMap<UUID, StagedOperation>();
        batch.forEach(it -> fresh.putIfAbsent(it.operation().operationId(), it));
        Set<UUID> known = repository.findExisting(fresh.keySet());
        answerReruns(
                known.stream().map(fresh::get).filter(StagedOperation::rerun).toList());
        known.forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            Instant now = clock.instant();
            repository.insert(
                    fresh.values().stream().map(it -> it.madeUpTo(now, intake)).toList(), now);
        }
        return fresh.size();
    }

    // A channel that uploads a completed operation again has missed the result. The result of an open operation is
    // published when it is done.
    private void answerReruns(List<StagedOperation> reruns) {
        if (reruns.isEmpty()) {
            return;
        }
        Set<UUID> customers = repository.customersOfDone(
                reruns.stream().map(it -> it.operation().operationId()).toList());
        if (!customers.isEmpty()) {
            events.publishEvent(new OperationsRepeatedEvent(customers));
        }
    }
}
