package io.counterpart.hq.operation.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code bulk_repair} and {@code bulk_repair_item}. */
@Repository
class BulkRepairRepository {

    private static final String SELECT = """
            select id, words as criteria, status, total, done, succeeded, failed, per_second, edit_field, edit_value, duplicates,
              expected_failures, started_by, started_at, finished_at from bulk_repair
            """;

    private static final String NEW = """
            with repair as (
              insert into bulk_repair (id, words, status, total, per_second, edit_field, edit_value, duplicates, started_by,
                started_at)
              values (:id, :words, 'PREVIEW', cardinality(cast(:recids as bigint[])), 50, cast(:field as text),
                cast(:value as text), cast(:duplicates as text), :who, cast(:at as timestamptz)))
            insert into bulk_repair_item (repair, recid) select :id, unnest(cast(:recids as bigint[]))
            """;

    // Skip locked allows several nodes to continue the same repair.
    private static final String CLAIM = """
            delete from bulk_repair_item
            where (repair, recid) in (
              select repair, recid from bulk_repair_item
              where repair = :id and exists (select from bulk_repair where id = :id and status = 'RUNNING')
              order by recid limit :limit for update skip locked)
            returning recid
            """;

    private static final String COUNT = """
            update bulk_repair
            set done = done + 1, succeeded = succeeded + :succeeded, failed = failed + :failed
            where id = :id
            """;

    private static final String COUNT_REASON = """
            insert into bulk_repair_failure (repair, reason, operations) values (:id, left(:reason, 400), 1)
            on conflict (repair, reason) do update set operations = bulk_repair_failure.operations + 1
            """;

    private static final String FINISH = """
            update bulk_repair set status = 'FINISHED', finished_at = cast(:at as timestamptz)
            where id = :id and status = 'RUNNING' and not exists (select from bulk_repair_item where repair = :id)
            """;

    private final JdbcClient jdbc;

    BulkRepairRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String criteria, List<Long> recids, BulkEdit edit, String who, Instant at) {
        jdbc.sql(NEW)
                .param("id", id)
                .param("words", criteria)
                .param("recids", recids.toArray(Long[]::new))
                .param("field", edit.field())
                .param("value", edit.value())
                .param(
                        "duplicates",
                        edit.duplicates() == null ? null : edit.duplicates().name())
                .param("who", who)
                .param("at", at.toString())
                .update();
    }

    Optional<BulkRepair> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(BulkRepair.class)
                .optional();
    }

    List<BulkRepair> running() {
        return jdbc.sql(SELECT + "where status = 'RUNNING'")
                .query(BulkRepair.class)
                .list();
    }

    List<Long> recids(UUID id, int limit) {
        return jdbc.sql("select recid from bulk_repair_item where repair = :id order by recid limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Whether this call changed the status. */
    boolean to(UUID id, String from, String to, int perSecond) {
        return jdbc.sql("update bulk_repair set status = :to, per_second = :rate where id = :id and status = :from")
                        .param("to", to)
                        .param("rate", perSecond)
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    List<Long> claim(UUID id, int limit) {
        return jdbc.sql(CLAIM)
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void countSucceeded(UUID id) {
        count(id, true);
    }

    void countFailed(UUID id, String reason) {
        count(id, false);
        jdbc.sql(COUNT_REASON).param("id", id).param("reason", reason).update();
    }

    private void count(UUID id, boolean succeeded) {
        jdbc.sql(COUNT)
                .param("id", id)
                .param("succeeded", succeeded ? 1 : 0)
                .param("failed", succeeded ? 0 : 1)
                .update();
    }

    void expect(UUID id, int failures) {
        jdbc.sql("update bulk_repair set expected_failures = :failures where id = :id")
                .param("failures", failures)
                .param("id", id)
                .update();
    }

    /** The reasons of what failed in the run, the most frequent first. */
    List<BulkRepairPreview.RefusalCount> failures(UUID id) {
        return jdbc.sql("""
                        select reason, operations from bulk_repair_failure where repair = :id
                        order by operations desc, reason limit 20
                        """)
                .param("id", id)
                .query(BulkRepairPreview.RefusalCount.class)
                .list();
    }

    void finish(UUID id, Instant at) {
        jdbc.sql(FINISH).param("id", id).param("at", at.toString()).update();
    }

    Optional<UUID> operation(long recid) {
        return jdbc.sql("select operation_id from async_operation where recid = :recid")
                .param("recid", recid)
                .query(UUID.class)
                .optional();
    }

    /** The row IDs of those operations that can be retried. */
    List<Long> recids(List<UUID> operations) {
        return jdbc.sql("""
                        select recid from async_operation join open_operation using (recid)
                        where operation_id = any(:ids) and status in ('FAILED', 'PENDING') order by recid
                        """)
                .param("ids", operations.toArray(UUID[]::new))
                .query(Long.class)
                .list();
    }
}
