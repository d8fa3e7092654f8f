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

import io.counterpart.hq.audit.AuditController.AuditView;
import io.counterpart.hq.topics.WireJson;

/** The table {@code audit_entry}; rows are only ever added. */
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

    // Entries that earlier versions wrote for pages have no detail.
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
