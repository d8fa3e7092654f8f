package io.counterpart.hq.job;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The description of a recurrence with its next times, or the error. */
record RecurrencePreview(
        String text,
        @Nullable String description,
        List<Instant> times,
        @Nullable String fault) {

    private static final int TIMES = 5;

    static RecurrencePreview of(String text, Instant now) {
        try {
            Recurrence recurrence = Recurrence.parse(text);
            return new RecurrencePreview(text, recurrence.description(), recurrence.preview(now, TIMES), null);
        } catch (InvalidRecurrenceException e) {
            return new RecurrencePreview(text, null, List.of(), e.getMessage());
        }
    }
}
