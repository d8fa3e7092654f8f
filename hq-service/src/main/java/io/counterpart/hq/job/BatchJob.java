package io.counterpart.hq.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A row of {@code batch_job}. */
public record BatchJob(
        String job,
        String title,
        String recurrence,
        boolean held,
        @Nullable Instant lastRunAt,
        long version) {

    public Recurrence schedule() {
        return Recurrence.parse(recurrence);
    }
}
