package io.counterpart.contract.configuration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What HQ tells the P-job of a channel database to do.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 * @param counterFrom only with {@link Action#UPLOAD_AGAIN}: the first replication counter of the span
 * @param counterTo with {@link Action#UPLOAD_AGAIN}: the last replication counter of the span; with
 *     {@link Action#CONTINUE_ABOVE}: the highest replication counter that HQ has seen
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
        @Nullable Long counterFrom,
        @Nullable Long counterTo,
        @Nullable Instant since,
        @Nullable UUID request) {

    public static final int SCHEMA_VERSION = 1;

    /** A command without a span. */
    public static JobCommand of(
            String channelDatabase, String job, Action action, @Nullable Integer recurrenceSeconds, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION, channelDatabase, job, action, recurrenceSeconds, at, null, null, null, null);
    }

    /** Requests operations of the P-job once more. */
    public static JobCommand uploadAgain(String channelDatabase, long counterFrom, long counterTo, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION,
                channelDatabase,
                "P-0001",
                Action.UPLOAD_AGAIN,
                null,
                at,
                counterFrom,
                counterTo,
                null,
                null);
    }

    /** Has the counters of a restored channel database continue above the highest one that HQ has seen. */
    public static JobCommand continueAbove(String channelDatabase, long counter, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION, channelDatabase, "P-0001", Action.CONTINUE_ABOVE, null, at, null, counter, null, null);
    }

    /** Requests the customers whose snapshots arrived since a time. */
    public static JobCommand reportCustomers(String channelDatabase, UUID request, Instant since, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION,
                channelDatabase,
                "P-0001",
                Action.REPORT_CUSTOMERS,
                null,
                at,
                null,
                null,
                since,
                request);
    }

    /** What can be told. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE,
        UPLOAD_AGAIN,
        /** The channel database was restored from a backup: its counters continue above those that HQ has seen. */
        CONTINUE_ABOVE,
        /** HQ was set back: the channel database reports customers whose snapshots arrived since a time. */
        REPORT_CUSTOMERS
    }
}
