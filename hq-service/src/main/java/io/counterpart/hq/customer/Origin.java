package io.counterpart.hq.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.operation.CustomerOperation;

/** Where a customer comes from, and when its creation reached which stage. */
public record Origin(
        String channel,
        String channelDatabase,
        CreationMode creationMode,
        @Nullable AsyncReason asyncReason,
        Instant createdAt,
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        @Nullable Instant convertedAt) {

    /** The origin that a creation says. */
    public static Origin of(CustomerOperation creation, @Nullable Instant uploadedAt, @Nullable Instant stagedAt) {
        CreationMode mode = creation.mode();
        return new Origin(
                creation.channel(),
                creation.channelDatabase(),
                mode == null ? CreationMode.ASYNC : mode,
                creation.asyncReason(),
                creation.occurredAt().truncatedTo(ChronoUnit.MICROS),
                uploadedAt,
                stagedAt,
                null);
    }

    Origin converted(Instant at) {
        return new Origin(channel, channelDatabase, creationMode, asyncReason, createdAt, uploadedAt, stagedAt, at);
    }
}
