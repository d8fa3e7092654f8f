package io.counterpart.channel.pending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The pending customers as of the last round.
 *
 * @param customers their number, counted up to {@link PendingCustomerTracker#MOST} operations
 * @param oldestSince null: no customer is pending
 * @param complete whether the whole log was scanned since this instance started; until then there may be more
 * @param oldest the first pending operation of each of the oldest customers, oldest first
 */
public record PendingCustomers(
        long customers, @Nullable Instant oldestSince, boolean complete, List<PendingOperation> oldest) {

    static final PendingCustomers NONE = new PendingCustomers(0, null, true, List.of());
    static final PendingCustomers UNKNOWN = new PendingCustomers(0, null, false, List.of());

    /** How long the oldest customer has been pending; zero if there is none, or if its clock was ahead. */
    public Duration ageAt(Instant now) {
        return oldestSince == null || oldestSince.isAfter(now) ? Duration.ZERO : Duration.between(oldestSince, now);
    }
}
