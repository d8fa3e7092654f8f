package io.counterpart.contract.configuration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A command of HQ to a channel database, in most cases to its P-job.
 *
 * @param recurrenceSeconds only with {@link Action#SCHEDULE}
 * @param counterFrom only with {@link Action#UPLOAD_AGAIN}: the first replication counter of the range
 * @param counterTo with {@link Action#UPLOAD_AGAIN}: the last replication counter of the range; with
 *     {@link Action#CONTINUE_ABOVE}: the highest replication counter that HQ has received
 * @param since only with {@link Action#REPORT_CUSTOMERS}: customers whose snapshot arrived since this time
 * @param request the id that the report has to repeat; with {@link Action#UPLOAD_AGAIN} null from an older HQ, which
 *     cannot read the report
 * @param token only with {@link Action#REVOKE_TOKEN}: the SHA-256 of the access token, in hexadecimal
 * @param clerk only with {@link Action#REVOKE_CLERK}: the clerk whose PINs set before {@code at} are refused
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
        @Nullable UUID request,
        @Nullable String token,
        @Nullable UUID clerk) {

    public static final int SCHEMA_VERSION = 1;

    /** A command without a range of counters. */
    public static JobCommand of(
            String channelDatabase, String job, Action action, @Nullable Integer recurrenceSeconds, Instant at) {
        return new JobCommand(
                SCHEMA_VERSION,
                channelDatabase,
                job,
                action,
                recurrenceSeconds,
                at,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Requests that the P-job upload a range of operations again, and report which of them it still has. */
    public static JobCommand uploadAgain(
            String channelDatabase, UUID request, long counterFrom, long counterTo, Instant at) {
        return pJob(channelDatabase, Action.UPLOAD_AGAIN, at, counterFrom, counterTo, null, request);
    }

    /** Lets the counters of a restored channel database continue above the highest one that HQ has received. */
    public static JobCommand continueAbove(String channelDatabase, long counter, Instant at) {
        return pJob(channelDatabase, Action.CONTINUE_ABOVE, at, null, counter, null, null);
    }

    /** Requests the customers whose snapshots arrived since a time. */
    public static JobCommand reportCustomers(String channelDatabase, UUID request, Instant since, Instant at) {
        return pJob(channelDatabase, Action.REPORT_CUSTOMERS, at, null, null, since, request);
    }

    /** Revokes an access token at once, also while job 1070 is held. */
    public static JobCommand revokeToken(String channelDatabase, String sha256, Instant at) {
        return configuration(channelDatabase, Action.REVOKE_TOKEN, at, sha256, null);
    }

    /** Refuses the PINs of a clerk that were set before this time at once, also while job 1070 is held. */
    public static JobCommand revokeClerk(String channelDatabase, UUID clerk, Instant at) {
        return configuration(channelDatabase, Action.REVOKE_CLERK, at, null, clerk);
    }

    private static JobCommand configuration(
            String channelDatabase, Action action, Instant at, @Nullable String token, @Nullable UUID clerk) {
        return new JobCommand(
                SCHEMA_VERSION, channelDatabase, "1070", action, null, at, null, null, null, null, token, clerk);
    }

    private static JobCommand pJob(
            String channelDatabase,
            Action action,
            Instant at,
            @Nullable Long counterFrom,
            @Nullable Long counterTo,
            @Nullable Instant since,
            @Nullable UUID request) {
        return new JobCommand(
                SCHEMA_VERSION,
                channelDatabase,
                "P-0001",
                action,
                null,
                at,
                counterFrom,
                counterTo,
                since,
                request,
                null,
                null);
    }

    /** The actions of a command. */
    public enum Action {
        RUN,
        HOLD,
        RELEASE,
        SCHEDULE,
        UPLOAD_AGAIN,
        /** The channel database was restored from a backup: its counters continue above those that HQ has received. */
        CONTINUE_ABOVE,
        /**
         * HQ's database was restored from a backup: the channel database reports customers whose snapshots arrived
         * since a time.
         */
        REPORT_CUSTOMERS,
        /** An access token was revoked: the channel database forgets it without waiting for job 1070. */
        REVOKE_TOKEN,
        /** A clerk was deactivated or has a new PIN: the earlier PINs are refused without waiting for job 1070. */
        REVOKE_CLERK
    }
}
