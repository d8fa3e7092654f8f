package io.counterpart.faults.check;

/** A promise that was broken, and for whom. */
public record Violation(String promise, String marker, String what) {

    @Override
    public String toString() {
        return "%s [%s]: %s".formatted(promise, marker, what);
    }
}
