package io.counterpart.channel.customer;

import java.time.Instant;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** When the creation of a customer passed the stations on its way to HQ and back, as far as known. */
@Embeddable
record SyncTimeline(
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        @Nullable Instant convertedAt,
        @Nullable Instant returnedAt) {

    static final SyncTimeline NOT_BEGUN = new SyncTimeline(null, null, null, null);
}
