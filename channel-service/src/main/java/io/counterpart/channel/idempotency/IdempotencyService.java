package io.counterpart.channel.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.support.purge.PurgeLoop;

/**
 * Reserves keys, stores responses, and deletes both after thirty days: tills may stay offline for longer than a day.
 */
@Service
class IdempotencyService {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyService.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int PURGED_AT_ONCE = 1000;

    // Longer than any request may take, so that only an attempt that crashed leaves a lock behind.
    private static final Duration LOCK = Duration.ofSeconds(30);

    private final IdempotencyRepository repository;
    private final PurgeLoop purge;
    private final IdentifierGenerator identifiers;
    private final Clock clock;

    IdempotencyService(
            IdempotencyRepository repository,
            TransactionTemplate transaction,
            IdentifierGenerator identifiers,
            Clock clock) {
        this.repository = repository;
        this.purge = new PurgeLoop(transaction, PURGED_AT_ONCE);
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Committed before the request does anything, so that an attempt after a crash finds the id that this one used. */
    KeyReservation reserve(IdempotencyKey key) {
        UUID id = identifiers.next();
        var now = clock.instant();
        return repository.reserve(key, id, now, now.plus(LOCK));
    }

    /** Best effort: the caller has its response; without a stored one a repetition runs again, with the same id. */
    void save(IdempotencyKey key, StoredResponse answer) {
        try {
            repository.save(key, answer);
        } catch (DataAccessException e) {
            log.warn("A response could not be stored: {}", e.getClass().getSimpleName());
        }
    }

    void release(IdempotencyKey key) {
        try {
            repository.release(key);
        } catch (DataAccessException e) {
            log.warn(
                    "An idempotency lock could not be released and will expire: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void purge() {
        Instant before = clock.instant().minus(KEPT);
        int purged = purge.purgeAll(most -> repository.purge(before, most));
        if (purged > 0) {
            log.info("Purged {} idempotency keys", purged);
        }
    }
}
