package io.counterpart.support.purge;

import java.util.function.IntUnaryOperator;

import org.springframework.transaction.support.TransactionTemplate;

/** Deletes batch by batch, each in a transaction of its own, so that no purge locks many rows for long. */
public final class PurgeLoop {

    private final TransactionTemplate transaction;
    private final int batchSize;

    public PurgeLoop(TransactionTemplate transaction, int batchSize) {
        this.transaction = transaction;
        this.batchSize = batchSize;
    }

    /** Looks at one batch of a log in its order. */
    @FunctionalInterface
    public interface LogStatement {

        PurgeBatchResult purge(long after, int size);
    }

    /** Walks along a log from its oldest row to the first batch that has no old row; returns how many rows are gone. */
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
     * Repeats a statement until it finds less than a batch; returns how many rows are gone.
     *
     * @param statement deletes at most so many rows, and returns how many
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
