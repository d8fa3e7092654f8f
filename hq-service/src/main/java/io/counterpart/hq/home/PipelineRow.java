package io.counterpart.hq.home;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One channel database in the pipeline of customers: created, uploaded, staged, converted, returned.
 *
 * @param configured false: it was removed, or was never set up, and has open operations
 */
record PipelineRow(
        String channelDatabase,
        boolean configured,
        String channels,
        @Nullable Instant lastContact,
        long waitingInChannel,
        @Nullable Instant oldestInChannel,
        boolean held,
        long pendingCustomers,
        long limitedRequests,
        @Nullable Instant oldestPending,
        long uploadedLastHour,
        long open,
        long failed,
        @Nullable Instant oldestOpen,
        long convertedLastHour,
        long returnedLastHour) {

    /**
     * The creation or staging time of the operation that has waited longest, at any stage; failed operations do not
     * count.
     */
    public @Nullable Instant oldest() {
        if (oldestInChannel == null || oldestOpen == null) {
            return oldestInChannel == null ? oldestOpen : oldestInChannel;
        }
        return oldestInChannel.isBefore(oldestOpen) ? oldestInChannel : oldestOpen;
    }
}
