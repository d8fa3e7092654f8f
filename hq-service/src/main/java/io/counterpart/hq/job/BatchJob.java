package io.counterpart.hq.job;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A row of {@code batch_job}. */
record BatchJob(
        String job,
        String title,
        String recurrence,
        boolean held,
        @Nullable Instant lastRunAt,
        long version) {

    Duration pause() {
        return Duration.parse(recurrence);
    }
}
