package io.counterpart.contract.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** A report of a channel database to HQ about itself. In JSON the property {@code kind} identifies the type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChannelReport.UploadSession.class, name = "UPLOAD_SESSION"),
    @JsonSubTypes.Type(value = ChannelReport.DownloadSession.class, name = "DOWNLOAD_SESSION"),
    @JsonSubTypes.Type(value = ChannelReport.Heartbeat.class, name = "HEARTBEAT"),
    @JsonSubTypes.Type(value = ChannelReport.PendingCustomers.class, name = "PENDING_CUSTOMERS"),
    @JsonSubTypes.Type(value = ChannelReport.ReportedCustomers.class, name = "REPORTED_CUSTOMERS"),
    @JsonSubTypes.Type(value = ChannelReport.AvailableOperations.class, name = "AVAILABLE_OPERATIONS"),
})
public sealed interface ChannelReport {

    int SCHEMA_VERSION = 1;

    /** The maximum number of tills in one heartbeat. */
    int MOST_TILLS = 200;

    String channelDatabase();

    /**
     * One batch of the P-job.
     *
     * @param counterFrom,counterTo the lowest and highest replication counter in the batch
     * @param rerun whether its operations were uploaded before; older channel services omit it
     * @param rerunFor the session that this one repeats, if the channel database still has it
     * @param spans the counters of its operations if they are not all from {@code counterFrom} to {@code counterTo}: after
     *     a failure, a session may skip what another one has sent. Null: it has all of them, or an older channel service
     */
    record UploadSession(
            int schemaVersion,
            UUID id,
            String channelDatabase,
            long counterFrom,
            long counterTo,
            int rows,
            String status,
            int tryCount,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant finishedAt,
            boolean rerun,
            @Nullable UUID rerunFor,
            @Nullable List<CounterSpan> spans)
            implements ChannelReport {}

    /** Consecutive replication counters, both inclusive. */
    record CounterSpan(long from, long to) {}

    /**
     * The result of a download job since the previous report.
     *
     * @param job {@code 1010}, {@code 1070} or {@code 1110}
     */
    record DownloadSession(
            int schemaVersion,
            UUID id,
            String channelDatabase,
            String job,
            int rows,
            String status,
            int tryCount,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant finishedAt)
            implements ChannelReport {}

    /**
     * The periodic heartbeat of a channel database, with its state.
     *
     * @param waitingOperations operations that the P-job has not sent yet
     * @param oldestWaitingAt when the oldest of them was made
     * @param channelVersions the version of 1070 that each channel applied
     * @param globalVersion the version of 1110 that was applied; 0: none yet
     * @param highestCounter the highest replication counter that the channel database has assigned; null: an older
     *     channel service
     * @param pendingCustomers customers with an operation that HQ has not acknowledged for several seconds, counted up
     *     to a limit; null: unknown
     * @param oldestPendingSince when the oldest of these operations was created; null: there is none, or unknown
     * @param highestAccountNumber the highest account number of any customer in this channel database; null: none yet,
     *     or an older channel service
     * @param databaseIdentity which PostgreSQL database it is, an opaque text that changes when the database is restored,
     *     fails over or is copied; null: unknown, or an older channel service
     * @param limitedRequests how many requests the instance that sent this rejected in the last hour because of a request
     *     limit; null: an older channel service
     * @param tills some of the tills, at most {@link #MOST_TILLS}: each is reported every half minute, or in turn if
     *     there are more; null: not in this heartbeat, or an older channel service
     * @param serviceVersion the release of the instance that sent this; null: unknown, or an older channel service
     */
    record Heartbeat(
            int schemaVersion,
            String channelDatabase,
            Instant at,
            long waitingOperations,
            @Nullable Instant oldestWaitingAt,
            boolean held,
            Map<String, Long> channelVersions,
            long globalVersion,
            @Nullable Long highestCounter,
            @Nullable Long pendingCustomers,
            @Nullable Instant oldestPendingSince,
            @Nullable String highestAccountNumber,
            @Nullable String databaseIdentity,
            @Nullable Long limitedRequests,
            @Nullable List<TillState> tills,
            @Nullable String serviceVersion)
            implements ChannelReport {}

    /**
     * What a till last said about itself.
     *
     * @param device the name of its access token
     * @param version of its program
     * @param heardAt when it said so, by the clock of the channel service
     * @param clockSkewSeconds how far its clock was ahead; negative: behind
     * @param unsent items of its queue that it has not sent yet
     * @param refused items that it cannot send before they are fixed
     * @param oldestUnsentAt when the oldest of both was made; null: there is none, or unknown
     * @param online whether it works online; null: it did not say so
     */
    record TillState(
            String channel,
            String device,
            String version,
            Instant heardAt,
            long clockSkewSeconds,
            int unsent,
            int refused,
            @Nullable Instant oldestUnsentAt,
            @Nullable Boolean online) {}

    /**
     * Customers as the last snapshots of HQ left them in the channel database, requested by HQ after a restore of its
     * database.
     *
     * @param request the id of the command that requested the report
     * @param last whether this is the last portion
     * @param withPendingEdits those of the customers whose content has edits that HQ had not applied
     */
    record ReportedCustomers(
            int schemaVersion,
            String channelDatabase,
            UUID request,
            boolean last,
            List<CustomerSnapshot> snapshots,
            List<UUID> withPendingEdits)
            implements ChannelReport {}

    /**
     * The answer to a request to upload a range of operations again: which of them the channel database still has.
     *
     * @param request the id of the command that requested them
     * @param counterFrom,counterTo the range that this report covers; a range with many gaps is answered in parts
     * @param available the counters of the range that are in the operation log; the others cannot be uploaded again
     */
    record AvailableOperations(
            int schemaVersion,
            String channelDatabase,
            UUID request,
            long counterFrom,
            long counterTo,
            List<CounterSpan> available,
            Instant at)
            implements ChannelReport {}

    /**
     * The customers of a channel database that have been pending longest, sent only while there are any, and once more
     * when there are none.
     *
     * @param customers the oldest first, at most 100
     */
    record PendingCustomers(int schemaVersion, String channelDatabase, Instant at, List<PendingCustomer> customers)
            implements ChannelReport {}

    /**
     * A customer and its first operation that HQ has not acknowledged.
     *
     * @param uploaded whether the P-job has sent the operation
     */
    record PendingCustomer(
            UUID asyncCustomerId,
            String channel,
            UUID operationId,
            int operationNumber,
            long replicationCounter,
            Instant since,
            boolean uploaded) {}
}
