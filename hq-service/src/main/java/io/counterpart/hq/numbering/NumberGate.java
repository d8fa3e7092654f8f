package io.counterpart.hq.numbering;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * Whether this instance may give numbers and apply operations. Closed here while it starts and has not yet checked its
 * database, and for all instances by the column {@code blocked}, which the statement that gives numbers checks itself.
 */
@Component
public class NumberGate {

    private static final long FRESH = Duration.ofMillis(250).toNanos();

    private final NumberSequenceRepository repository;
    private volatile boolean checking;
    private boolean blocked;
    private long readAt;
    private boolean read;

    NumberGate(NumberSequenceRepository repository) {
        this.repository = repository;
    }

    /** From now on this instance checks its database, or has checked it. */
    public void checking(boolean now) {
        checking = now;
    }

    boolean isClosed() {
        return checking;
    }

    /** Whether this instance has yet to check its database. */
    public boolean isChecking() {
        return checking;
    }

    /** The same with what all instances know; the table is read at most four times a second. */
    public synchronized boolean isBlocked() {
        if (!checking && (!read || System.nanoTime() - readAt >= FRESH)) {
            blocked = repository.isBlocked();
            readAt = System.nanoTime();
            read = true;
        }
        return checking || blocked;
    }

    /** For what gives no number and would still be lost, or undone by what comes back. */
    public void requireOpen() {
        if (isBlocked()) {
            throw new NumbersBlockedException();
        }
    }

    /** Blocks the numbers of all instances, in the caller's transaction; waits for those who are giving some. */
    public void block() {
        repository.block(true);
        forget();
    }

    /** Lets all instances give numbers again. */
    public void release() {
        repository.block(false);
        forget();
    }

    private synchronized void forget() {
        read = false;
    }

    /** Moves a sequence above a number that may have been given; never backwards. */
    public void continueAbove(String sequence, long number) {
        repository.continueAbove(sequence, number);
    }

    /** The next number of a sequence, as a number. */
    public long next(String sequence) {
        return repository
                .find(sequence)
                .map(NumberSequenceService.SequenceRow::nextNumber)
                .orElse(1L);
    }
}
