package io.counterpart.hq.master;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** The origin of a customer, and the times at which its creation reached each stage. */
public record CreationInfo(
        String channel,
        String channelDatabase,
        CreationMode creationMode,
        @Nullable AsyncReason asyncReason,
        Instant createdAt,
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        @Nullable Instant convertedAt) {

    public static CreationInfo of(
            CustomerOperation creation, @Nullable Instant uploadedAt, @Nullable Instant stagedAt) {
        CreationMode mode = creation.mode();
        return new CreationInfo(
                creation.channel(),
                creation.channelDatabase(),
                mode == null ? CreationMode.ASYNC : mode,
                creation.asyncReason(),
                creation.occurredAt().truncatedTo(ChronoUnit.MICROS),
                uploadedAt,
                stagedAt,
                null);
    }

    static CreationInfo of(CustomerSnapshot snapshot) {
        return new CreationInfo(
                snapshot.channel(),
                snapshot.channelDatabase(),
                snapshot.creationMode(),
                snapshot.asyncReason(),
                snapshot.createdAt(),
                snapshot.uploadedAt(),
                snapshot.stagedAt(),
                Objects.requireNonNullElse(snapshot.convertedAt(), snapshot.createdAt()));
    }

    CreationInfo converted(Instant at) {
        return new CreationInfo(
                channel, channelDatabase, creationMode, asyncReason, createdAt, uploadedAt, stagedAt, at);
    }
}
