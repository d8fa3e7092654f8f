package io.counterpart.contract.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What HQ tells the P-job of a channel database to do.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 * @param counter only with {@link Action#CONTINUE_ABOVE}: the highest replication counter that HQ has seen
 */
public record JobCommand(
        int schemaVersion,
        String channelDatabase,
        String job,
        Action action,
        @Nullable Integer recurrenceSeconds,
        Instant at,
        @Nullable Long counter) {

    public static final int SCHEMA_VERSION = 1;

    public JobCommand(
            int schemaVersion,
            String channelDatabase,
            String job,
            Action action,
            @Nullable Integer recurrenceSeconds,
            Instant at) {
        this(schemaVersion, channelDatabase, job, action, recurrenceSeconds, at, null);
    }

    /** What can be told. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE,
        /** The channel database was restored from a backup: its counters continue above those that HQ has seen. */
        CONTINUE_ABOVE
    }
}
