package io.counterpart.support.purge;

import java.util.function.IntUnaryOperator;

import org.springframework.transaction.support.TransactionTemplate;

/** Deletes in batches, each in its own transaction, so that no purge locks many rows for long. */
public final class PurgeLoop {

    private final TransactionTemplate transaction;
    private final int batchSize;

    public PurgeLoop(TransactionTemplate transaction, int batchSize) {
        this.transaction = transaction;
        this.batchSize = batchSize;
    }

    /** Purges one batch of a log in the order of the log. */
    @FunctionalInterface
    public interface LogStatement {

        PurgeBatchResult purge(long after, int size);
    }

    /**
     * Purges a log from its oldest row up to the first batch without an old row; returns the number of deleted rows.
     */
    public int purgeLog(LogStatement statement) {
        int purged = 0;
        long after = 0;
        PurgeBatchResult batch;
        do {
            long from = after;
            batch = transaction.execute(status -> statement.purge(from, batchSize));
            purged += batch.purged();
            after = batch.last();
        } while (batch.old() && batch.seen() == batchSize);
        return purged;
    }

    /**
     * Repeats a statement until it deletes less than a batch; returns the number of deleted rows.
     *
     * @param statement deletes at most the given number of rows, and returns how many it deleted
     */
    public int purgeAll(IntUnaryOperator statement) {
        int purged = 0;
        int last;
        do {
            last = transaction.execute(status -> statement.applyAsInt(batchSize));
            purged += last;
        } while (last >= batchSize);
        return purged;
    }
}
