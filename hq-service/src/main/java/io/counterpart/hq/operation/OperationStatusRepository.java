package io.counterpart.hq.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the operations with their fate. */
@Repository
class OperationStatusRepository {

    // Without an open row it succeeded.
    private static final String SELECT = """
            select a.recid, a.operation_id, a.channel, a.channel_database, c.account_number, a.async_customer_id,
              a.operation_number, a.kind, coalesce(o.status, 'SUCCEEDED') as status,
              coalesce(o.attempts, 1 + (select count(*) from operation_attempt t
                where t.recid = a.recid and t.outcome = 'FAILED'))::int as attempts,
              o.error_class, o.error_code, o.error_text,
              (select t.error_text from operation_attempt t where t.recid = a.recid and t.outcome = 'OVERRIDDEN'
                order by attempt desc limit 1) as overridden,
              o.version, a.occurred_at, a.uploaded_at, a.staged_at, a.replication_counter, a.traceparent, a.payload
            from async_operation a
            left join open_operation o using (recid)
            left join customer_alias l on l.alias = a.async_customer_id
            left join customer c on c.async_customer_id = coalesce(l.async_customer_id, a.async_customer_id)
            where
            """;

    private static final String OF_CUSTOMER = """
            a.async_customer_id in (
              select async_customer_id from customer where account_number = :customer
              union all
              select alias from customer_alias join customer using (async_customer_id)
              where account_number = :customer)
            """;

    private static final String BEFORE_BY_TIME = """
            (a.occurred_at, a.recid)
              < (coalesce((select occurred_at from async_operation where recid = :before), 'infinity'), :before)
            """;

    private static final String OPEN = """
            select o.recid
            from open_operation o
            join async_operation a using (recid)
            where
            """;

    // The guard by version: whoever edited an older one has not seen what another person saved, or what a run found.
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

    private final JdbcClient jdbc;

    OperationStatusRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OperationStatusRow> list(OperationStatusFilter filter, long before, int limit) {
        var where = new WhereClause(filter);
        where.parameters.put("before", before);
        where.parameters.put("limit", limit);
        return jdbc.sql(SELECT + where.text(where.before) + " order by %s limit :limit".formatted(where.order))
                .params(where.parameters)
                .query(OperationStatusRepository::row)
                .list();
    }

    /** The operations of a filter that are not done, the oldest first. */
    List<Long> open(OperationStatusFilter filter, int limit) {
        var where = new WhereClause(filter);
        where.parameters.put("limit", limit);
        return jdbc.sql(OPEN + where.text("o.recid is not null") + " order by o.recid limit :limit")
                .params(where.parameters)
                .query(Long.class)
                .list();
    }

    /** How many of these are still open, by status. */
    Map<String, Long> statuses(Collection<Long> recids) {
        var statuses = new HashMap<String, Long>();
        jdbc.sql(STATUSES).param("recids", recids.toArray(Long[]::new)).query(row -> {
            statuses.put(row.getString(1), row.getLong(2));
        });
        return statuses;
    }

    Optional<OperationStatusRow> find(UUID operationId) {
        return jdbc.sql(SELECT + "a.operation_id = :id")
                .param("id", operationId)
                .query(OperationStatusRepository::row)
                .optional();
    }

    /** Keeps what the operation says now beside the edit that follows; false when the version is another one by now. */
    boolean saveOriginal(long recid, long version, String who, Instant at) {
        return jdbc.sql(SAVE_ORIGINAL)
                        .param("recid", recid)
                        .param("version", version)
                        .param("who", who)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    private static OperationStatusRow row(ResultSet row, int number) throws SQLException {
        long version = row.getLong("version");
        return new OperationStatusRow(
                row.getLong("recid"),
                row.getObject("operation_id", UUID.class),
                row.getString("channel"),
                row.getString("channel_database"),
                row.getString("account_number"),
                row.getObject("async_customer_id", UUID.class),
                row.getInt("operation_number"),
                row.getString("kind"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("error_class"),
                row.getString("error_code"),
                row.getString("error_text"),
                row.getString("overridden"),
                version == 0 ? null : version,
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getTimestamp("staged_at").toInstant(),
                row.getLong("replication_counter"),
                row.getString("traceparent"),
                row.getString("payload"));
    }

    /** The conditions of a filter. */
    private static final class WhereClause {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, @Nullable Object> parameters = new HashMap<>();
        private final String before;
        private final String order;

        WhereClause(OperationStatusFilter filter) {
            boolean open = filter.status() != null && !filter.status().equals("SUCCEEDED");
            boolean byTime = !open && (filter.from() != null || filter.to() != null);
            // What is open is found by its own index, and so is a span of time: each has its order too.
            String position = open ? "o.recid" : "a.recid";
            before = byTime ? BEFORE_BY_TIME : position + " < :before";
            order = byTime ? "a.occurred_at desc, a.recid desc" : position + " desc";
            add("channel", filter.channel(), "a.channel = :channel");
            add("kind", filter.kind(), "a.kind = :kind");
            add("from", text(filter.from()), "a.occurred_at >= :from::timestamptz");
            add("to", text(filter.to()), "a.occurred_at < :to::timestamptz");
            String customer = filter.customer();
            boolean async = customer != null && customer.length() == 36;
            add("customer", customer, async ? "a.async_customer_id = :customer::uuid" : OF_CUSTOMER);
            if (open) {
                add("status", filter.status(), "o.status = :status");
            } else if (filter.status() != null) {
                conditions.add("o.recid is null");
            }
        }

        String text(String first) {
            conditions.add(0, first);
            return String.join(" and ", conditions);
        }

        private void add(String name, @Nullable Object value, String condition) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        private static @Nullable String text(@Nullable Instant at) {
            return at == null ? null : at.toString();
        }
    }
}
