package io.counterpart.channel.purge;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks along the operation log, from its oldest row to the first that is too young, a batch a transaction. */
@Service
class PurgeService {

    private static final Logger log = LoggerFactory.getLogger(PurgeService.class);

    private final PurgeRepository repository;
    private final TransactionTemplate transaction;
    private final PurgeProperties properties;
    private final Clock clock;

    PurgeService(PurgeRepository repository, TransactionTemplate transaction, PurgeProperties properties, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Says how many operations are gone. */
    int run() {
        Instant before = clock.instant().minus(properties.retention());
        int operations = operations(before);
        int sessions = sessions(before);
        if (operations + sessions > 0) {
            log.info("Purged {} operations and {} upload sessions from before {}", operations, sessions, before);
        }
        return operations;
    }

    private int operations(Instant before) {
        int purged = 0;
        long after = 0;
        PurgeBatchResult batch;
        do {
            long from = after;
            batch = transaction.execute(status -> repository.purgeOperations(from, before, properties.batchSize()));
            purged += batch.purged();
            after = batch.last();
        } while (batch.old() && batch.seen() == properties.batchSize());
        return purged;
    }

    private int sessions(Instant before) {
        int purged = 0;
        int last;
        do {
            last = transaction.execute(status -> repository.purgeSessions(before, properties.batchSize()));
            purged += last;
        } while (last == properties.batchSize());
        return purged;
    }
}
