package io.counterpart.hq.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.OpenOperationCounts;

/** Reads the pipeline of every channel database: its reports, and its open operations in staging. */
@Repository
class PipelineRepository {

    private static final String ALL = """
            select coalesce(known.name, staged.channel_database) as name, heartbeat.report,
              coalesce(pending, 0) as pending, coalesce(waiting, 0) as waiting, coalesce(failed, 0) as failed,
              (select occurred_at from async_operation where recid = staged.oldest) as oldest
            from (select name from channel_database union select channel_database from channel_heartbeat) as known
            full join (%s) as staged on staged.channel_database = known.name
            left join channel_heartbeat as heartbeat
              on heartbeat.channel_database = coalesce(known.name, staged.channel_database)
            order by 1
            """.formatted(OpenOperationCounts.BY_CHANNEL_DATABASE);

    private final JdbcClient jdbc;
    private final MessageJson json;

    PipelineRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param missing the operations that were uploaded and not staged, by channel database */
    List<PipelineStage> stages(Map<String, Long> missing) {
        return jdbc.sql(ALL).query((row, number) -> stage(row, missing)).list();
    }

    /** Read only from the last heartbeats. */
    List<PendingState> pendingStates(Map<String, Long> missing) {
        return jdbc.sql("""
                        select channel_database, (report ->> 'pendingCustomers')::bigint as pending,
                          (report ->> 'oldestPendingSince')::timestamptz as oldest
                        from channel_heartbeat order by channel_database
                        """).query((row, number) -> pendingState(row, missing)).list();
    }

    private static PendingState pendingState(ResultSet row, Map<String, Long> missing) throws SQLException {
        String name = row.getString("channel_database");
        Timestamp oldest = row.getTimestamp("oldest");
        return new PendingState(
                name,
                row.getObject("pending", Long.class),
                oldest == null ? null : oldest.toInstant(),
                missing.getOrDefault(name, 0L));
    }

    private PipelineStage stage(ResultSet row, Map<String, Long> missing) throws SQLException {
        String report = row.getString("report");
        Heartbeat heartbeat = report == null ? null : json.read(report, Heartbeat.class);
        Timestamp oldest = row.getTimestamp("oldest");
        Instant staged = oldest == null ? null : oldest.toInstant();
        var waiting = new WaitingOperations(
                heartbeat == null ? 0 : heartbeat.waitingOperations(),
                missing.getOrDefault(row.getString("name"), 0L),
                row.getLong("pending"),
                row.getLong("waiting"),
                row.getLong("failed"));
        return new PipelineStage(
                row.getString("name"),
                earlier(staged, heartbeat == null ? null : heartbeat.oldestWaitingAt()),
                waiting,
                heartbeat == null ? null : heartbeat.at(),
                heartbeat != null && heartbeat.held(),
                heartbeat == null ? Map.of() : heartbeat.channelVersions(),
                heartbeat == null ? 0 : heartbeat.globalVersion(),
                heartbeat == null ? null : heartbeat.pendingCustomers(),
                heartbeat == null ? null : heartbeat.oldestPendingSince(),
                heartbeat == null ? null : heartbeat.serviceVersion());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * One channel database.
     *
     * @param pendingCustomers according to the channel; null: it does not report them
     * @param oldestPendingSince when the operation that has been pending longest was created; null: none
     * @param serviceVersion the release of its channel service; null: unknown
     */
    record PipelineStage(
            String channelDatabase,
            @Nullable Instant oldestUnprocessed,
            WaitingOperations waiting,
            @Nullable Instant lastContact,
            boolean held,
            Map<String, Long> channelVersions,
            long globalVersion,
            @Nullable Long pendingCustomers,
            @Nullable Instant oldestPendingSince,
            @Nullable String serviceVersion) {}

    /**
     * Operations by stage: not uploaded, uploaded and not staged, staged and due, staged behind another one, failed.
     */
    record WaitingOperations(long channel, long uploadedNotStaged, long pending, long waiting, long failed) {}
}
