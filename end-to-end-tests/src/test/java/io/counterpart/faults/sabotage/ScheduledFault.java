package io.counterpart.faults.sabotage;

import java.time.Duration;

/**
 * One fault at one time.
 *
 * @param at after the start
 * @param lasts until it is reverted
 */
public record ScheduledFault(Duration at, Duration lasts, Fault fault) {

    Duration end() {
        return at.plus(lasts);
    }

    @Override
    public String toString() {
        return "%6d ms  %s for %d ms".formatted(at.toMillis(), fault.name(), lasts.toMillis());
    }
}
