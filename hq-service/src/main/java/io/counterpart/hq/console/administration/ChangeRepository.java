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
                insert into administration_change (at, username, subject, what)
                values (cast(:at as timestamptz), :who, :subject, :what)
                """)
                .param("at", at.toString())
                .param("who", who)
                .param("subject", subject.length() > 120 ? subject.substring(0, 120) : subject)
                .param("what", what)
                .update();
    }

    List<Change> latest(long before, int limit) {
        return jdbc.sql("select id, at, username, subject, what from administration_change where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    /** One change. */
    record Change(long id, Instant at, String username, String subject, String what) {}
}
