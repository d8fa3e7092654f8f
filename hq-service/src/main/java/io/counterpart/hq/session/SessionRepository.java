package io.counterpart.hq.session;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.DownloadSession;
import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.contract.session.ChannelReport.UploadSession;
import io.counterpart.hq.messaging.IntakeProperties;
import io.counterpart.hq.messaging.MessageJson;

/** The tables of sessions and heartbeats. */
@Repository
class SessionRepository {

    // A rerun is not checked against staging, because the session that it repeats is still checked.
    private static final String SAVE_UPLOADS = """
            insert into upload_session
              (id, channel_database, counter_from, counter_to, rows, status, try_count, message, started_at,
               finished_at, rerun, rerun_for, counters, staged)
            select "id", "channelDatabase", "counterFrom", "counterTo", "rows", "status", "tryCount", "message",
              least("startedAt", now() + :skew::interval),
              case when "finishedAt" is not null then least("finishedAt", now() + :skew::interval) end,
              coalesce("rerun", false), "rerunFor",
              (select range_agg(int8range("from", "to", '[]'))
                from json_to_recordset("spans") as span ("from" bigint, "to" bigint) where "from" <= "to"),
              coalesce("rerun", false)
            from json_to_recordset(:reports::json) as report (
              "id" uuid, "channelDatabase" text, "counterFrom" bigint, "counterTo" bigint, "rows" integer,
              "status" text, "tryCount" integer, "message" text, "startedAt" timestamptz, "finishedAt" timestamptz,
              "rerun" boolean, "rerunFor" uuid, "spans" json)
            on conflict (id) do update
            set status = excluded.status, try_count = excluded.try_count, rows = excluded.rows,
                message = excluded.message, finished_at = excluded.finished_at
            """;

    private static final String SAVE_DOWNLOADS = """
            insert into download_session
              (id, channel_database, job, rows, status, try_count, message, started_at, finished_at)
            select "id", "channelDatabase", "job", "rows", "status", "tryCount", "message",
              least("startedAt", now() + :skew::interval),
              case when "finishedAt" is not null then least("finishedAt", now() + :skew::interval) end
            from json_to_recordset(:reports::json) as report (
              "id" uuid, "channelDatabase" text, "job" text, "rows" integer, "status" text, "tryCount" integer,
              "message" text, "startedAt" timestamptz, "finishedAt" timestamptz)
            on conflict (id) do update
            set status = excluded.status, try_count = excluded.try_count, rows = excluded.rows,
                message = excluded.message, finished_at = excluded.finished_at
            """;

    // Heartbeats of a channel database arrive in order, so the last to arrive counts, regardless of the channel's
    // clock. Tills have a table of their own.
    private static final String SAVE_HEARTBEATS = """
            insert into channel_heartbeat (channel_database, at, report)
            select report ->> 'channelDatabase', least((report ->> 'at')::timestamptz, now()), report - 'tills'
            from jsonb_array_elements(:reports::jsonb) as report
            on conflict (channel_database) do update
            set at = excluded.at, report = excluded.report
            """;

    private static final String UPLOADS = """
            select id, channel_database, null as job, counter_from, counter_to, rows, status, try_count, message,
              started_at, finished_at, rerun, rerun_for
            from upload_session
            where (:database::text is null or channel_database = :database)
              and extract(epoch from started_at) * 1000000 < :before
            order by started_at desc limit :limit
            """;

    private static final String DOWNLOADS = """
            select id, channel_database, job, null as counter_from, null as counter_to, rows, status, try_count, message,
              started_at, finished_at, false as rerun, null::uuid as rerun_for
            from download_session
            where (:database::text is null or channel_database = :database)
              and extract(epoch from started_at) * 1000000 < :before
            order by started_at desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final IntakeProperties intake;

    SessionRepository(JdbcClient jdbc, MessageJson json, IntakeProperties intake) {
        this.jdbc = jdbc;
        this.json = json;
        this.intake = intake;
    }

    void saveUploads(List<UploadSession> sessions) {
        save(SAVE_UPLOADS, sessions);
    }

    void saveDownloads(List<DownloadSession> sessions) {
        save(SAVE_DOWNLOADS, sessions);
    }

    void saveHeartbeats(List<Heartbeat> heartbeats) {
        if (!heartbeats.isEmpty()) {
            jdbc.sql(SAVE_HEARTBEATS).param("reports", array(heartbeats)).update();
        }
    }

    List<SessionView> uploads(@Nullable String channelDatabase, long before, int limit) {
        return list(UPLOADS, channelDatabase, before, limit);
    }

    List<SessionView> downloads(@Nullable String channelDatabase, long before, int limit) {
        return list(DOWNLOADS, channelDatabase, before, limit);
    }

    private void save(String sql, List<?> reports) {
        if (!reports.isEmpty()) {
            jdbc.sql(sql)
                    .param("reports", array(reports))
                    .param("skew", intake.clockSkew().toString())
                    .update();
        }
    }

    // Serialized one by one: as elements of a list they would lose the property with their type.
    private String array(List<?> reports) {
        return reports.stream().map(json::write).collect(Collectors.joining(",", "[", "]"));
    }

    private List<SessionView> list(String sql, @Nullable String channelDatabase, long before, int limit) {
        return jdbc.sql(sql)
                .param("database", channelDatabase)
                .param("before", before)
                .param("limit", limit)
                .query(SessionView.class)
                .list();
    }
}
