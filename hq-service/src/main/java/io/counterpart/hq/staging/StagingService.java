package io.counterpart.hq.staging;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.messaging.IntakeProperties;
import io.counterpart.hq.staging.StagedConversion.NewOperation;
import io.counterpart.hq.staging.StagedConversion.Prepared;
import io.counterpart.messaging.failpoint.FailPoint;
import io.counterpart.messaging.intake.ReceivedRecord;

/**
 * Stages the records of one poll in one transaction, which also converts them if all of them can be converted now;
 * otherwise it wakes Synchronize after the commit. An operation that was staged before has no effect.
 */
@Service
class StagingService {

    private static final Logger log = LoggerFactory.getLogger(StagingService.class);
    private static final int TRIES = 3;

    private final StagingRepository repository;
    private final StagedConversion conversion;
    private final TransactionTemplate transaction;
    private final IntakeProperties intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Counter staged;

    StagingService(
            StagingRepository repository,
            StagedConversion conversion,
            TransactionTemplate transaction,
            IntakeProperties intake,
            ApplicationEventPublisher events,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.conversion = conversion;
        this.transaction = transaction;
        this.intake = intake;
        this.events = events;
        this.clock = clock;
        this.staged = Counter.builder("hq.staging.operations")
                .description("Staged operations")
                .register(meters);
    }

    void stage(List<ReceivedRecord<CustomerOperation>> received) {
        Instant begun = clock.instant();
        Result result = stage(received.stream().map(StagedOperation::of).toList(), 1);
        FailPoint.reached("staging.committed");
        staged.increment(result.fresh());
        if (result.converted()) {
            conversion.committed(result.fresh(), begun);
        } else if (result.fresh() > 0) {
            events.publishEvent(new OperationsStagedEvent(result.fresh()));
        }
        log.debug("Staged {} of {} operations", result.fresh(), received.size());
    }

    // Whatever fails at the first attempt, staging comes first: the operations are converted later, one by one if
    // necessary. After a rebalance, the former owner of a partition may stage the same records concurrently; the
    // transaction that comes second finds them at its next attempt.
    private Result stage(List<StagedOperation> batch, int attempt) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> insertNew(batch, attempt == 1)));
        } catch (RuntimeException e) {
            if (attempt == TRIES || (attempt > 1 && !(e instanceof DuplicateKeyException))) {
                throw e;
            }
            log.debug("The operations are staged without their conversion", e);
            return stage(batch, attempt + 1);
        }
    }

    private Result insertNew(List<StagedOperation> batch, boolean converting) {
        var fresh = new LinkedHashMap<UUID, StagedOperation>();
        batch.forEach(it -> fresh.putIfAbsent(it.operation().operationId(), it));
        Set<UUID> known = repository.findExisting(fresh.keySet());
        answerReruns(
                known.stream().map(fresh::get).filter(StagedOperation::rerun).toList());
        known.forEach(fresh::remove);
        if (fresh.isEmpty()) {
            return new Result(0, false);
        }
        Instant now = clock.instant();
        return insert(
                fresh.values().stream().map(it -> it.madeUpTo(now, intake)).toList(), converting, now);
    }

    private Result insert(List<StagedOperation> fresh, boolean converting, Instant now) {
        List<Long> recids = repository.newRecids(fresh.size());
        Optional<Prepared> prepared =
                converting ? conversion.prepare(operations(recids, fresh), now) : Optional.empty();
        repository.insert(recids, fresh, now);
        if (prepared.isPresent()) {
            List<String> numbers = prepared.get().write();
            repository.insertRetailAsync(IntStream.range(0, fresh.size())
                    .mapToObj(i -> fresh.get(i).converted(numbers.get(i), now))
                    .toList());
        } else {
            repository.insertOpen(recids, fresh, now);
            repository.insertRetailAsync(fresh);
        }
        return new Result(fresh.size(), prepared.isPresent());
    }

    private static List<NewOperation> operations(List<Long> recids, List<StagedOperation> fresh) {
        return IntStream.range(0, fresh.size())
                .mapToObj(i -> {
                    StagedOperation it = fresh.get(i);
                    return new NewOperation(recids.get(i), it.operation(), it.traceparent(), it.uploadedAt());
                })
                .toList();
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

    /**
     * What a transaction staged.
     *
     * @param fresh how many operations were new
     * @param converted whether they were converted too
     */
    private record Result(int fresh, boolean converted) {}
}
