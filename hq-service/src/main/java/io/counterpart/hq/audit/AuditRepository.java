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

import io.counterpart.hq.topics.WireJson;

/** The table {@code audit_entry}; entries are never updated, and only the purge deletes them. */
@Repository
class AuditRepository {

    private static final String INSERT = """
            insert into audit_entry (at, actor, action, subject, detail)
            values (:at::timestamptz, :actor, :action, :subject, :detail::jsonb)
            """;

    private static final String LIST = """
            select id, at, actor, action, subject, detail
            from audit_entry
            where id < :before and (:subject::text is null or subject = :subject)
            order by id desc limit :limit
            """;

    // Days are UTC days, as on all pages.
    private static final String LATEST = """
            select id, at, actor username, subject, action, coalesce(nullif(detail #>> '{}', '{}'), '') detail
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

    void insert(Instant at, String actor, String action, String subject, Object detail) {
        jdbc.sql(INSERT)
                .param("at", at.toString())
                .param("actor", actor)
                .param("action", cut(action, ACTION))
                .param("subject", cut(subject, SUBJECT))
                .param("detail", json.write(detail))
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
                .param("from", filter.from() == null ? null : filter.from().toString())
                .param(
                        "to",
                        filter.to() == null ? null : filter.to().plusDays(1).toString())
                .param("limit", limit)
                .query(AuditRow.class)
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

    private AuditView entry(ResultSet row, int number) throws SQLException {
        return new AuditView(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                detail(row.getString("detail")));
    }
}
