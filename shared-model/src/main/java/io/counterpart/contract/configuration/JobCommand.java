package io.counterpart.contract.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What HQ tells the P-job of a channel database to do.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 * @param counterFrom,counterTo only with {@link Action#UPLOAD_AGAIN}: the span of replication counters, both included
 */
public record JobCommand(
        int schemaVersion,
        String channelDatabase,
        String job,
        Action action,
        @Nullable Integer recurrenceSeconds,
        Instant at,
        @Nullable Long counterFrom,
        @Nullable Long counterTo) {

    public static final int SCHEMA_VERSION = 1;

    /** A command without a span. */
    public static JobCommand of(
            String channelDatabase, String job, Action action, @Nullable Integer recurrenceSeconds, Instant at) {
        return new JobCommand(SCHEMA_VERSION, channelDatabase, job, action, recurrenceSeconds, at, null, null);
    }

    /** Requests operations of the P-job once more. */
    public static JobCommand uploadAgain(String channelDatabase, long counterFrom, long counterTo, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION, channelDatabase, "P-0001", Action.UPLOAD_AGAIN, null, at, counterFrom, counterTo);
    }

    /** What can be told. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE,
        UPLOAD_AGAIN
    }
}
