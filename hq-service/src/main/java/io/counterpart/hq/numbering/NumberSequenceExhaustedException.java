package io.counterpart.hq.numbering;

/** A number sequence has fewer numbers left than were asked for, or does not exist: somebody has to set it up. */
public class NumberSequenceExhaustedException extends RuntimeException {

    private final String name;
    private final long remaining;

    NumberSequenceExhaustedException(String name, int wanted, long remaining) {
        super("The number sequence %s has %d numbers left, %d were asked for".formatted(name, remaining, wanted));
        this.name = name;
        this.remaining = remaining;
    }

    /** Whether no customer can be made at all. */
    public boolean isOfCustomers() {
        return NumberSequenceGenerator.CUSTOMER.equals(name);
    }

    public long remaining() {
        return remaining;
    }
}
