package io.counterpart.hq.purge;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.support.purge.PurgeBatchResult;

/** The statements of the purge; each examines a limited number of rows. */
@Repository
class PurgeRepository {

    // Age alone is not sufficient: the operation must be applied, and its customer's snapshot published on 1010. An
    // operation that is uploaded again afterwards is staged again and, by its number, recognized as applied.
    private static final String OPERATIONS = """
            with batch as (
              select recid, operation_id, async_customer_id, channel_database, operation_number, staged_at
              from async_operation
              where recid > :after
              order by recid
              limit :size
              for update skip locked
            ), done as (
              select batch.recid, batch.operation_id
              from batch
              left join customer_alias as alias on alias.alias = batch.async_customer_id
              join customer
                on customer.async_customer_id = coalesce(alias.async_customer_id, batch.async_customer_id)
              where batch.staged_at < :before
                and (customer.applied_operations ->> concat_ws('/', batch.channel_database, alias.alias))::int
                  >= batch.operation_number
                and not exists (select from open_operation as open where open.recid = batch.recid)
                and not exists (
                  select from distribution_log as untold where untold.aggregateid = customer.account_number)
            ), attempts as (
              delete from operation_attempt using done where operation_attempt.recid = done.recid
            ), edits as (
              delete from operation_edit using done where operation_edit.recid = done.recid
            ), customers as (
              delete from retailasynccustomerv2 using done where operationid = done.operation_id
            ), addresses as (
              delete from retailasyncaddressv2 using done where operationid = done.operation_id
            ), contacts as (
              delete from retailasynccustomercontact using done where operationid = done.operation_id
            ), affiliations as (
              delete from retailasynccustomeraffiliation using done where operationid = done.operation_id
            ), attributes as (
              delete from retailasynccustomerattributev2 using done where operationid = done.operation_id
            ), purged as (
              delete from async_operation using done where async_operation.recid = done.recid returning 1
            )
            select count(*)::int as seen,
              coalesce(max(recid), 0) as last,
              coalesce(min(staged_at) < :before, false) as old,
              (select count(*)::int from purged) as purged
            from batch
            """;

    // Tables whose rows are obsolete when they are old enough, with the column of the relevant time.
    private static final Map<String, String> AGEING = Map.of(
            "upload_session", "finished_at",
            "download_session", "finished_at",
            "resend", "finished_at",
            "bulk_repair", "finished_at",
            "realtime_operation", "applied_at",
            "channel_restore", "healed_at",
            "dead_letter", "settled_at",
            "dead_letter_retry", "finished_at",
            "alert", "recovered_at",
            "alert_delivery", "finished_at");

    // Samples of statistics, by the length of their period: minutes until they are rolled up, hours for 13 months.
    private static final Map<String, Duration> SAMPLES = Map.of(
            "MINUTE", Duration.ofDays(2),
            "QUARTER_HOUR", Duration.ofDays(2),
            "HOUR", Duration.ofDays(400),
            "SIX_HOURS", Duration.ofDays(400));

    private static final String OLD_SAMPLES = """
            delete from statistics_sample
            where ctid = any(array(
              select ctid from statistics_sample
              where length = :length and at < :before limit :size for update skip locked))
            """;

    private static final String TILLS = """
            delete from till
            where id in (
              select till.id from till
              where till.heard_at < :before
                or not exists (
                  select from device_token as token
                  where token.channel = till.channel and token.device = till.device and token.role = 'TILL')
              limit :size for update of till skip locked)
            """;

    private static final String MERGES = """
            update customer_merge set state = null
            where id in (
              select id from customer_merge where undo_until < :before and state is not null
              limit :size for update skip locked)
            """;

    private static final String OLD = """
            delete from %1$s
            where id in (select id from %1$s where %2$s < :before limit :size for update skip locked)
            """;

    private final JdbcClient jdbc;

    PurgeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PurgeBatchResult purgeOperations(long after, Instant before, int size) {
        return jdbc.sql(OPERATIONS)
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("size", size)
                .query(PurgeBatchResult.class)
                .single();
    }

    static Set<String> ageingTables() {
        return AGEING.keySet();
    }

    int purgeOld(String table, Instant before, int size) {
        return delete(OLD.formatted(table, Objects.requireNonNull(AGEING.get(table))), before, size);
    }

    static Set<String> sampleLengths() {
        return SAMPLES.keySet();
    }

    int purgeSamples(String length, Instant now, int size) {
        return jdbc.sql(OLD_SAMPLES)
                .param("length", length)
                .param("before", Timestamp.from(now.minus(Objects.requireNonNull(SAMPLES.get(length)))))
                .param("size", size)
                .update();
    }

    /** The role of the service cannot delete audit entries itself. */
    int purgeAudit(Instant before, int size) {
        return jdbc.sql("select purge_audit_entries(:before, :size)")
                .param("before", Timestamp.from(before))
                .param("size", size)
                .query(Integer.class)
                .single();
    }

    /** Deletes what both customers of a merge were that cannot be undone any more. */
    int purgeMerges(Instant now, int size) {
        return delete(MERGES, now, size);
    }

    /** Tills that were not heard since, or whose tokens were revoked. */
    int purgeTills(Instant before, int size) {
        return delete(TILLS, before, size);
    }

    private int delete(String statement, Instant before, int size) {
        return jdbc.sql(statement)
                .param("before", Timestamp.from(before))
                .param("size", size)
                .update();
    }
}
