package io.counterpart.channel.customer;

import java.time.Instant;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** The times at which the creation of a customer passed the stages to HQ and back; null: unknown or not reached yet. */
@Embeddable
record SyncTimeline(
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        @Nullable Instant convertedAt,
        @Nullable Instant returnedAt) {

    static final SyncTimeline NOT_BEGUN = new SyncTimeline(null, null, null, null);
}
