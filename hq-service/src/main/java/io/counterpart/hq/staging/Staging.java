package io.counterpart.hq.staging;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.topics.IntakeProperties;

/** Takes a batch of operations in one transaction; an operation that was seen before changes nothing. */
@Service
class Staging {

    private final StagingRepository repository;
    private final IntakeProperties intake;
    private final Clock clock;

    Staging(StagingRepository repository, IntakeProperties intake, Clock clock) {
        this.repository = repository;
        this.intake = intake;
        this.clock = clock;
    }

    /** How many were new. */
    @Transactional
    int stage(List<StagedOperation> batch) {
        var fresh = new LinkedHashMap<UUID, StagedOperation>();
        batch.forEach(staged -> fresh.putIfAbsent(staged.operation().operationId(), staged));
        repository.known(fresh.keySet()).forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            Instant now = clock.instant();
            repository.insert(
                    fresh.values().stream().map(it -> it.madeUpTo(now, intake)).toList(), now);
        }
        return fresh.size();
    }
}
