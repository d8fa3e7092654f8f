package io.counterpart.faults.check;

/** A violated guarantee, and the customer concerned. */
public record Violation(String promise, String marker, String what) {

    @Override
    public String toString() {
        return "%s [%s]: %s".formatted(promise, marker, what);
    }
}
