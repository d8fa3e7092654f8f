package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a customer's creation with their times; null: unknown or not reached yet.
 *
 * @param notes that were written in this channel database, newest first; absent: none
 */
record TimelineView(
        Instant created,
        @Nullable Instant uploaded,
        @Nullable Instant staged,
        @Nullable Instant converted,
        @Nullable Instant returned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CustomerNote> notes) {

    static TimelineView of(Customer customer, List<CustomerNote> notes) {
        SyncTimeline timeline = customer.timeline();
        return new TimelineView(
                customer.origin().createdAt(),
                timeline.uploadedAt(),
                timeline.stagedAt(),
                timeline.convertedAt(),
                timeline.returnedAt(),
                notes.isEmpty() ? null : notes);
    }
}
