package io.counterpart.hq.console.administration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.console.PageMessage;

/** Reads the audit log for the page. */
@Repository
class AuditReadRepository {

    // Days are days in UTC, as everywhere on the pages.
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

    /** Everyone with an entry in the audit log. */
    List<String> people() {
        return jdbc.sql("select distinct actor from audit_entry order by 1 limit 200")
                .query(String.class)
                .list();
    }

    /** One change; {@code detail} is JSON or empty. */
    record AuditRow(long id, Instant at, String username, String subject, String action, String detail) {

        private static final Set<String> KNOWN = Set.of(
                "apply-as-next",
                "block",
                "channel-restore-detected",
                "channel-restore-healed",
                "create-anyway",
                "ignore",
                "link",
                "mend",
                "publish-again",
                "recovery-continue-without",
                "resend",
                "set",
                "synchronize",
                "synchronize-all",
                "unblock",
                "upload-again");
        private static final Pattern POINTER = Pattern.compile("(?:/\\w+)*/(\\w+)");

        /** The change in words. */
        public PageMessage what() {
            String values =
                    POINTER.matcher(detail.replaceAll("[\\[\\]{}\"]", "")).replaceAll("$1");
            if (KNOWN.contains(action)) {
                return PageMessage.of("audit.action." + action, values);
            }
            return PageMessage.literal(values.isEmpty() ? action : action + ": " + values);
        }

        /** Whether the subject is the id of an operation, which has a page. */
        public boolean isOfOperation() {
            return subject.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }
}
