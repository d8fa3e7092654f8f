package io.counterpart.hq.console.administration;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what, and when. */
@Repository
class ChangeRepository {

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String who, String subject, String what, Instant at) {
        jdbc.sql("""
                insert into audit_entry (at, actor, action, subject)
                values (cast(:at as timestamptz), :who, :what, :subject)
                """)
                .param("at", at.toString())
                .param("who", who)
                .param("subject", cut(subject, 80))
                .param("what", cut(what, 40))
                .update();
    }

    List<Change> latest(long before, int limit) {
        return jdbc.sql(
                        "select id, at, actor username, subject, action || coalesce(': ' || (detail #>> '{}'), '') what from audit_entry where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** One change. */
    record Change(long id, Instant at, String username, String subject, String what) {}
}
