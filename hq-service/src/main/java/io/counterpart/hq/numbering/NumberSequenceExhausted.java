package io.counterpart.hq.numbering;

/** A number sequence has fewer numbers left than were asked for, or does not exist: somebody has to set it up. */
public class NumberSequenceExhausted extends RuntimeException {

    private final long remaining;

    NumberSequenceExhausted(String name, int wanted, long remaining) {
        super("The number sequence %s has %d numbers left, %d were asked for".formatted(name, remaining, wanted));
        this.remaining = remaining;
    }

    public long remaining() {
        return remaining;
    }
}
