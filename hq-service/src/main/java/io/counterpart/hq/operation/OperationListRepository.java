package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of operations, and failures by cause. */
@Repository
class OperationListRepository {

    static final int PAGE = 50;

    private static final String COLUMNS = """
            select a.recid, a.operation_id, a.channel, a.channel_database, a.async_customer_id,
              (select c.account_number from customer c where c.async_customer_id = coalesce(
                 (select x.async_customer_id from customer_alias x where x.alias = a.async_customer_id),
                 a.async_customer_id)) account_number,
              a.operation_number, a.kind, a.occurred_at, a.staged_at, coalesce(o.status, 'SUCCEEDED') status,
              coalesce(o.attempts, 0) attempts, o.error_code, o.error_text
            """;

    private static final String CAUSES = """
            select coalesce(o.error_code, 'unknown') error_code, count(*) operations, count(distinct o.async_customer_id) customers,
              string_agg(distinct a.channel, ', ' order by a.channel) channels,
              min(a.staged_at) oldest, max(a.staged_at) newest, min(o.error_text) example,
              (select count(*) from failure_note n where n.error_code = coalesce(o.error_code, 'unknown')) notes
            from open_operation o join async_operation a using (recid)
            where o.status = 'FAILED'
            group by 1, 8 order by 2 desc, 1
            """;

    private static final String COUNTS = """
            select count(*) filter (where status = 'FAILED') failed, count(*) filter (where status = 'WAITING') waiting,
              count(*) filter (where status = 'PENDING') pending from open_operation
            """;

    private final JdbcClient jdbc;

    OperationListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more than a page, so that the caller sees whether there is a next one. */
    List<OperationRow> page(OperationFilter filter, int limit) {
        var sql = new OperationFilterSql(filter);
        return jdbc.sql(COLUMNS + sql.from() + sql.order() + " limit :limit")
                .params(sql.parameters())
                .param("limit", limit)
                .query(OperationRow.class)
                .list();
    }

    /** The row ids of what matches and is not done, oldest first. */
    List<Long> open(OperationFilter filter, int limit) {
        var sql = new OperationFilterSql(filter);
        return jdbc.sql("select a.recid" + sql.from()
                        + " and o.status in ('FAILED', 'PENDING') order by a.recid limit :limit")
                .params(sql.parameters())
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    List<FailureCause> causes() {
        return jdbc.sql(CAUSES).query(FailureCause.class).list();
    }

    StatusCounts counts() {
        return jdbc.sql(COUNTS).query(StatusCounts.class).single();
    }

    List<String> channels() {
        return jdbc.sql("select channel from channel order by 1")
                .query(String.class)
                .list();
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

    /** Failed operations that have the same cause. */
    record FailureCause(
            String errorCode,
            long operations,
            long customers,
            String channels,
            Instant oldest,
            Instant newest,
            @Nullable String example,
            long notes) {}

    /** How many operations are not done, by status. */
    record StatusCounts(long failed, long waiting, long pending) {

        public long open() {
            return failed + waiting + pending;
        }
    }

    /** What somebody wrote down about a cause. */
    record CauseNote(String note, String author, Instant at) {}
}
