package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.counterpart.hq.master.MasterCustomer;

/** Stores which operation used which operation number, and which operations were applied with a different number. */
@Component
class OperationNumberHistory {

    private final UsedNumberRepository repository;
    private final FailureRepository attempts;

    OperationNumberHistory(UsedNumberRepository repository, FailureRepository attempts) {
        this.repository = repository;
        this.attempts = attempts;
    }

    /** Finds the users of those operation numbers that the given customers have already applied. */
    UsedOperationNumbers of(Collection<OpenOperation> operations, Map<UUID, MasterCustomer> found, Instant now) {
        return repository.of(operations, found, now);
    }

    void record(UsedOperationNumbers used, Instant now) {
        repository.note(used.realtime(), now);
        var given = new LinkedHashMap<Long, Integer>();
        var renumbered = new ArrayList<ConversionAttempt>();
        used.renumbered().forEach((open, number) -> {
            Long recid = open.recid();
            if (recid != null) {
                given.put(recid, number);
                renumbered.add(
                        ConversionAttempt.renumbered(recid, open.operation().operationNumber(), number));
            }
        });
        repository.renumber(given);
        attempts.record(renumbered, now);
    }
}
