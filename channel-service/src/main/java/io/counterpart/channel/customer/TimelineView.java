package io.counterpart.channel.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The stations of a customer's creation, each with its time, as far as known. */
record TimelineView(
        Instant created,
        @Nullable Instant uploaded,
        @Nullable Instant staged,
        @Nullable Instant converted,
        @Nullable Instant returned) {

    static TimelineView of(Customer customer) {
        SyncTimeline journey = customer.journey();
        return new TimelineView(
                customer.origin().createdAt(),
                journey.uploadedAt(),
                journey.stagedAt(),
                journey.convertedAt(),
                journey.returnedAt());
    }
}
