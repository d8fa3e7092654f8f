package io.counterpart.hq.console.administration;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what, and when. */
@Repository
class AuditReadRepository {

    // Days are days in UTC, as everywhere on the pages.
    private static final String LATEST = """
            select id, at, actor username, subject, action || coalesce(': ' || nullif(detail #>> '{}', '{}'), '') what
            from audit_entry
            where id < :before
              and (cast(:who as text) is null or actor = :who)
              and (cast(:text as text) is null or subject || ' ' || action ilike :text)
              and (cast(:from as text) is null or at >= cast(:from as date) at time zone 'UTC')
              and (cast(:to as text) is null or at < cast(:to as date) at time zone 'UTC')
            order by id desc limit :limit
            """;

    private final JdbcClient jdbc;

    AuditReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Who ever changed something. */
    List<String> people() {
        return jdbc.sql("select distinct actor from audit_entry order by 1 limit 200")
                .query(String.class)
                .list();
    }

    /** One change. */
    record AuditRow(long id, Instant at, String username, String subject, String what) {

        /** Whether the subject is the id of an operation, which has a page. */
        public boolean isOfOperation() {
            return subject.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }
}
