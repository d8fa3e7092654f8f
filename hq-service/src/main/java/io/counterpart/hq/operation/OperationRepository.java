package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.page.OpenOperationCounts;

/** Reads operations with their status. */
@Repository
class OperationRepository {

    // No open row: it succeeded. Payload and customer are read per row of the page, never with a hash join.
    private static final String SELECT = """
            select a.recid, a.operation_id, a.channel, a.channel_database, a.async_customer_id, c.account_number,
              coalesce(c.name,
                (select nullif(r.custname, '')
                 from open_operation k join async_operation x using (recid)
                   join retailasynccustomerv2 r on r.operationid = x.operation_id
                 where k.async_customer_id = a.async_customer_id and k.operation_number = 1
                 limit 1)) as customer_name,
              c.converted_at, a.operation_number, a.kind, coalesce(o.status, 'SUCCEEDED') as status,
              coalesce(o.attempts, 1 + (select count(*) from operation_attempt t
                where t.recid = a.recid and t.outcome = 'FAILED'))::int as attempts,
              o.error_class, o.error_code, o.error_text,
              (select t.error_text from operation_attempt t where t.recid = a.recid and t.outcome = 'OVERRIDDEN'
                order by attempt desc limit 1) as overridden,
              coalesce(o.version, 0) as version, a.occurred_at, a.uploaded_at, a.staged_at, a.replication_counter,
              a.traceparent, a.payload::text as payload, a.device, a.clerk
            """;

    private static final String CUSTOMER = """
             left join lateral (
              select account_number, converted_at,
                case type when 'ORGANIZATION' then organization_name
                  else nullif(concat_ws(' ', first_name, middle_name, last_name), '') end as name
              from customer
              where async_customer_id = coalesce(
                (select x.async_customer_id from customer_alias x where x.alias = a.async_customer_id),
                a.async_customer_id)
              limit 1) c on true
            """;

    private static final String ONE = SELECT + " from async_operation a left join open_operation o using (recid)"
            + CUSTOMER + " where a.operation_id = :id";

    // The version guard rejects an edit that is based on an older version, before another edit or a run.
    private static final String SAVE_ORIGINAL = """
            with mine as (
              update open_operation set version = version + 1
              where recid = :recid and version = :version
              returning recid)
            insert into operation_edit (recid, version, payload, edited_by, edited_at)
            select recid, :version, payload, left(:who, 40), cast(:at as timestamptz)
            from async_operation join mine using (recid)
            """;

    private static final String STATUSES = """
            select status, count(*) from open_operation where recid = any(:recids) group by status
            """;

    private static final String COUNTS = """
            select coalesce(sum(failed), 0)::bigint failed, coalesce(sum(waiting), 0)::bigint waiting,
              coalesce(sum(pending), 0)::bigint pending
            from (%s) counts
            """.formatted(OpenOperationCounts.BY_CHANNEL_DATABASE);

    private final JdbcClient jdbc;

    OperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the filter, also if the page is the one ahead of a row. */
    List<OperationRow> list(OperationFilter filter, int limit) {
        var sql = new OperationFilterSql(filter);
        List<OperationRow> rows = jdbc.sql(list(sql))
                .params(sql.parameters())
                .param("limit", limit)
                .query(OperationRow.class)
                .list();
        if (filter.after() == null) {
            return rows;
        }
        var forwards = new ArrayList<>(rows);
        Collections.reverse(forwards);
        return forwards;
    }

    static String list(OperationFilterSql sql) {
        return SELECT + sql.from() + CUSTOMER + sql.where() + sql.order() + " limit :limit";
    }

    /** Counts up to a limit. */
    long count(OperationFilter filter, int limit) {
        var sql = new OperationFilterSql(filter.fromTheStart());
        return jdbc.sql(count(sql))
                .params(sql.parameters())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    static String count(OperationFilterSql sql) {
        return "select count(*) from (select 1" + sql.fromForCount() + sql.where() + sql.orderForCount()
                + " limit :limit) counted";
    }

    /** The row IDs of open operations that match and have one of these statuses, oldest first. */
    List<Long> open(OperationFilter filter, Collection<String> statuses, int limit) {
        var sql = new OperationFilterSql(filter, statuses);
        return jdbc.sql("select a.recid" + sql.from() + sql.where() + " order by a.recid limit :limit")
                .params(sql.parameters())
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Optional<OperationRow> find(UUID operationId) {
        return jdbc.sql(ONE).param("id", operationId).query(OperationRow.class).optional();
    }

    /** How many of these operations are still open, by status. */
    Map<String, Long> statuses(Collection<Long> recids) {
        var statuses = new HashMap<String, Long>();
        jdbc.sql(STATUSES).param("recids", recids.toArray(Long[]::new)).query(row -> {
            statuses.put(row.getString(1), row.getLong(2));
        });
        return statuses;
    }

    StatusCounts counts() {
        return jdbc.sql(COUNTS).query(StatusCounts.class).single();
    }

    List<String> channels() {
        return jdbc.sql("select channel from channel order by 1")
                .query(String.class)
                .list();
    }

    /** Stores the current payload before an edit replaces it; returns false if the version has changed. */
    boolean saveOriginal(long recid, long version, String who, Instant at) {
        return jdbc.sql(SAVE_ORIGINAL)
                        .param("recid", recid)
                        .param("version", version)
                        .param("who", who)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** The number of open operations by status. */
    record StatusCounts(long failed, long waiting, long pending) {

        public long open() {
            return failed + waiting + pending;
        }
    }
}
