package io.counterpart.hq.numbering;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * Controls whether this instance may assign numbers and apply operations. It may not until it has checked its database
 * at start, nor while the column {@code blocked} blocks all instances; the statement that assigns numbers checks that
 * column itself.
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

    /** Sets whether this instance has yet to check its database. */
    public void checking(boolean now) {
        checking = now;
    }

    public boolean isChecking() {
        return checking;
    }

    /**
     * Whether numbers are blocked on this instance or on all instances; the table is read at most four times per
     * second.
     */
    public synchronized boolean isBlocked() {
        if (!checking && (!read || System.nanoTime() - readAt >= FRESH)) {
            blocked = repository.isBlocked();
            readAt = System.nanoTime();
            read = true;
        }
        return checking || blocked;
    }

    /** For actions that assign no number but would be lost, or undone by the data that a recovery restores. */
    public void requireOpen() {
        if (isBlocked()) {
            throw new NumbersBlockedException();
        }
    }

    /**
     * Blocks the numbers of all instances in the caller's transaction; waits for transactions that are assigning
     * numbers.
     */
    public void block() {
        repository.block(true);
        forget();
    }

    public void release() {
        repository.block(false);
        forget();
    }

    private synchronized void forget() {
        read = false;
    }

    /** Raises a sequence above a number that may have been assigned; never lowers it. */
    public void continueAbove(String sequence, long number) {
        repository.continueAbove(sequence, number);
    }

    /** The next number of a sequence, without its format. */
    public long next(String sequence) {
        return repository
                .find(sequence)
                .map(NumberSequenceService.SequenceRow::nextNumber)
                .orElse(1L);
    }
}
