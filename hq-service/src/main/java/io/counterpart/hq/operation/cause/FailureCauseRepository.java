package io.counterpart.hq.operation.cause;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failures grouped by cause, and the operators' notes about each cause: the table {@code failure_note}. */
@Repository
class FailureCauseRepository {

    private static final String CAUSES = """
            select coalesce(o.error_code, 'unknown') error_code, count(*) operations, count(distinct o.async_customer_id) customers,
              string_agg(distinct a.channel, ', ' order by a.channel) channels,
              min(a.staged_at) oldest, max(a.staged_at) newest, min(o.error_text) example,
              (select count(*) from failure_note n where n.error_code = coalesce(o.error_code, 'unknown')) notes
            from open_operation o join async_operation a using (recid)
            where o.status = 'FAILED'
            group by 1, 8 order by 2 desc, 1
            """;

    private final JdbcClient jdbc;

    FailureCauseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FailureCause> causes() {
        return jdbc.sql(CAUSES).query(FailureCause.class).list();
    }

    List<CauseNote> notes(String errorCode) {
        return jdbc.sql("select note, author, at from failure_note where error_code = :code order by id desc limit 50")
                .param("code", errorCode)
                .query(CauseNote.class)
                .list();
    }

    void saveNote(String errorCode, String note, String author, Instant at) {
        jdbc.sql(
                        "insert into failure_note (error_code, note, author, at) values (:code, :note, :author, cast(:at as timestamptz))")
                .param("code", errorCode)
                .param("note", note)
                .param("author", author)
                .param("at", at.toString())
                .update();
    }

    /** Failed operations with the same cause. */
    record FailureCause(
            String errorCode,
            long operations,
            long customers,
            String channels,
            Instant oldest,
            Instant newest,
            @Nullable String example,
            long notes) {}

    /** An operator's note about a cause. */
    record CauseNote(String note, String author, Instant at) {}
}
