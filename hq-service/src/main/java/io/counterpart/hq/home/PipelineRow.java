package io.counterpart.hq.home;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One channel database on the way of its customers: created, uploaded, staged, converted, returned. */
record PipelineRow(
        String channelDatabase,
        String channels,
        @Nullable Instant lastContact,
        long waitingInChannel,
        @Nullable Instant oldestInChannel,
        boolean held,
        long pendingCustomers,
        @Nullable Instant oldestPending,
        long uploadedLastHour,
        long open,
        long failed,
        @Nullable Instant oldestOpen,
        long convertedLastHour,
        long returnedLastHour) {

    /** The operation that has waited longest, wherever it stands. */
    public @Nullable Instant oldest() {
        if (oldestInChannel == null || oldestOpen == null) {
            return oldestInChannel == null ? oldestOpen : oldestInChannel;
        }
        return oldestInChannel.isBefore(oldestOpen) ? oldestInChannel : oldestOpen;
    }
}
