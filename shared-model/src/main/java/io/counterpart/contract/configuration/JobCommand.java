package io.counterpart.contract.configuration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What HQ tells the P-job of a channel database to do.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 * @param since only with {@link Action#REPORT_CUSTOMERS}: customers whose snapshot arrived since then
 * @param request only with {@link Action#REPORT_CUSTOMERS}: what the report has to name
 */
public record JobCommand(
        int schemaVersion,
        String channelDatabase,
        String job,
        Action action,
        @Nullable Integer recurrenceSeconds,
        Instant at,
        @Nullable Instant since,
        @Nullable UUID request) {

    public static final int SCHEMA_VERSION = 1;

    /** What can be told. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE,
        REPORT_CUSTOMERS
    }

    /** A command that asks for no report. */
    public JobCommand(
            int schemaVersion,
            String channelDatabase,
            String job,
            Action action,
            @Nullable Integer recurrenceSeconds,
            Instant at) {
        this(schemaVersion, channelDatabase, job, action, recurrenceSeconds, at, null, null);
    }

    /** Asks for the customers whose snapshot arrived since then. */
    public static JobCommand reportCustomers(String channelDatabase, UUID request, Instant since, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION, channelDatabase, "P-0001", Action.REPORT_CUSTOMERS, null, at, since, request);
    }
}
