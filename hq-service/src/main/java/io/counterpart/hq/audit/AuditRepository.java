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

import io.counterpart.hq.messaging.MessageJson;

/** The table {@code audit_entry}; entries are never updated, and only the purge deletes them. */
@Repository
class AuditRepository {

    private static final String INSERT = """
            insert into audit_entry (at, actor, actor_type, action, subject, detail, changes)
            values (:at::timestamptz, :actor, :type, :action, :subject, :detail::jsonb, :changes::jsonb)
            """;

    private static final String SELECT =
            "select id, at, actor, actor_type, action, subject, detail, changes from audit_entry";

    // Reads each value once, with the index that begins with the column.
    private static final String VALUES = """
            with recursive value (it) as (
              select min(%1$s) from audit_entry
              union all
              select (select min(%1$s) from audit_entry where %1$s > value.it) from value where value.it is not null)
            select it from value where it is not null limit 200
            """;

    private static final int ACTION = 40;
    private static final int SUBJECT = 80;

    private final JdbcClient jdbc;
    private final MessageJson json;

    AuditRepository(JdbcClient jdbc, MessageJson json) {
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

    /** The entries after the one with this ID, newest first. */
    List<AuditView> list(AuditQuery query, long before, int limit) {
        var sql = new AuditQuerySql(query, before);
        return jdbc.sql(SELECT + sql.where() + AuditQuerySql.ORDER + " limit :limit")
                .params(sql.parameters())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    List<String> actors() {
        return jdbc.sql(VALUES.formatted("actor")).query(String.class).list();
    }

    List<String> actions() {
        return jdbc.sql(VALUES.formatted("action")).query(String.class).list();
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

    private static Actor.@Nullable Kind kind(ResultSet row) throws SQLException {
        String kind = row.getString("actor_type");
        return kind == null ? null : Actor.Kind.valueOf(kind);
    }
}
