package io.counterpart.contract.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What HQ tells the P-job of a channel database to do.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 */
public record JobCommand(
        int schemaVersion,
        String channelDatabase,
        String job,
        Action action,
        @Nullable Integer recurrenceSeconds,
        Instant at) {

    public static final int SCHEMA_VERSION = 1;

    /** What can be told. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE
    }
}
