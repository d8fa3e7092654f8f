package io.counterpart.hq.staging;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.topics.IntakeProperties;

/** Stages a batch of operations in one transaction; an operation that was staged before has no effect. */
@Service
class StagingService {

    private final StagingRepository repository;
    private final IntakeProperties intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StagingService(
            StagingRepository repository, IntakeProperties intake, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.intake = intake;
        this.events = events;
        this.clock = clock;
    }

    /** Returns how many operations were new. */
    @Transactional
    int stage(List<StagedOperation> batch) {
        var fresh = new LinkedHashMap<UUID, StagedOperation>();
        batch.forEach(staged -> fresh.putIfAbsent(staged.operation().operationId(), staged));
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
