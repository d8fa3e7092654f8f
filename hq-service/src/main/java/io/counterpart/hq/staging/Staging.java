package io.counterpart.hq.staging;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a batch of operations in one transaction; an operation that was seen before changes nothing. */
@Service
class Staging {

    private final StagingRepository repository;
    private final Clock clock;

    Staging(StagingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** How many were new. */
    @Transactional
    int stage(List<StagedOperation> batch) {
        var fresh = new LinkedHashMap<UUID, StagedOperation>();
        batch.forEach(staged -> fresh.putIfAbsent(staged.operation().operationId(), staged));
        repository.known(fresh.keySet()).forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            repository.insert(List.copyOf(fresh.values()), clock.instant());
        }
        return fresh.size();
    }
}
