package io.counterpart.channel.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The stages of a customer's creation with their times; null: unknown or not reached yet. */
record TimelineView(
        Instant created,
        @Nullable Instant uploaded,
        @Nullable Instant staged,
        @Nullable Instant converted,
        @Nullable Instant returned) {

    static TimelineView of(Customer customer) {
        SyncTimeline timeline = customer.timeline();
        return new TimelineView(
                customer.origin().createdAt(),
                timeline.uploadedAt(),
                timeline.stagedAt(),
                timeline.convertedAt(),
                timeline.returnedAt());
    }
}
