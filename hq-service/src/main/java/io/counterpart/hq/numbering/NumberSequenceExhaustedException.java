package io.counterpart.hq.numbering;

/**
 * Reports that a number sequence does not exist or has fewer numbers left than requested: an administrator has to set
 * it up.
 */
public class NumberSequenceExhaustedException extends RuntimeException {

    private final String name;
    private final long remaining;

    NumberSequenceExhaustedException(String name, int wanted, long remaining) {
        super("The number sequence %s has %d numbers left, %d were asked for".formatted(name, remaining, wanted));
        this.name = name;
        this.remaining = remaining;
    }

    /** Whether the sequence of customers is affected, so that no customer can be created. */
    public boolean isOfCustomers() {
        return NumberSequenceGenerator.CUSTOMER.equals(name);
    }

    public long remaining() {
        return remaining;
    }
}
