package io.counterpart.hq.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import io.counterpart.hq.problem.StorableTimes;
import io.counterpart.hq.topics.WireJson;

/** The table {@code audit_entry}; entries are never updated, and only the purge deletes them. */
@Repository
class AuditRepository {

    private static final String INSERT = """
            insert into audit_entry (at, actor, actor_type, action, subject, detail, changes)
            values (:at::timestamptz, :actor, :type, :action, :subject, :detail::jsonb, :changes::jsonb)
            """;

    private static final String LIST = """
            select id, at, actor, actor_type, action, subject, detail, changes
            from audit_entry
            where id < :before and (:subject::text is null or subject = :subject)
            order by id desc limit :limit
            """;

    // Days are UTC days, as on all pages.
    private static final String LATEST = """
            select id, at, actor, actor_type, subject, action, detail, changes
            from audit_entry
            where id < :before
              and (cast(:who as text) is null or actor = :who)
              and (cast(:text as text) is null or subject || ' ' || action ilike :text)
              and (cast(:from as text) is null or at >= cast(:from as date) at time zone 'UTC')
              and (cast(:to as text) is null or at < cast(:to as date) at time zone 'UTC')
            order by id desc limit :limit
            """;

    private static final int ACTION = 40;
    private static final int SUBJECT = 80;

    private final JdbcClient jdbc;
    private final WireJson json;

    AuditRepository(JdbcClient jdbc, WireJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Instant at, Actor actor, AuditAction act, Object detail, List<AuditChange> changes) {
        jdbc.sql(INSERT)
                .param("at", at.toString())
                .param("actor", actor.name())
                .param("type", actor.kind().name())
                .param("action", cut(act.action(), ACTION))
                .param("subject", cut(act.subject(), SUBJECT))
                .param("detail", json.write(detail))
                .param("changes", changes.isEmpty() ? null : json.write(changes))
                .update();
    }

    List<AuditView> list(@Nullable String subject, long before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("subject", subject)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    List<AuditRow> latest(AuditFilter filter, long before, int limit) {
        return jdbc.sql(LATEST)
                .param("before", before)
                .param("who", filter.who())
                .param("text", filter.text() == null ? null : "%" + filter.text() + "%")
                .param(
                        "from",
                        filter.from() == null
                                ? null
                                : StorableTimes.require("from", filter.from()).toString())
                .param(
                        "to",
                        filter.to() == null
                                ? null
                                : StorableTimes.require("to", filter.to())
                                        .plusDays(1)
                                        .toString())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<String> people() {
        return jdbc.sql("select distinct actor from audit_entry order by 1 limit 200")
                .query(String.class)
                .list();
    }

    // Page entries of earlier versions have no detail.
    private JsonNode detail(@Nullable String detail) {
        return detail == null ? NullNode.getInstance() : json.tree(detail);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    // Entries of earlier versions have none.
    private List<AuditChange> changes(ResultSet row) throws SQLException {
        String changes = row.getString("changes");
        return changes == null ? List.of() : List.of(json.read(changes, AuditChange[].class));
    }

    private AuditView entry(ResultSet row, int number) throws SQLException {
        return new AuditView(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                kind(row),
                row.getString("action"),
                row.getString("subject"),
                detail(row.getString("detail")),
                changes(row));
    }

    private AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                kind(row) == Actor.Kind.TOKEN,
                row.getString("subject"),
                row.getString("action"),
                detail(row.getString("detail")),
                changes(row));
    }

    private static Actor.@Nullable Kind kind(ResultSet row) throws SQLException {
        String kind = row.getString("actor_type");
        return kind == null ? null : Actor.Kind.valueOf(kind);
    }
}
