package io.counterpart.hq.stuck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the customers that are pending at HQ in order of arrival, then those that only a channel reports. Both queries
 * scan an index from a position and stop after one page.
 */
@Repository
class StuckCustomerRepository {

    /** Positions from here on belong to customers that only a channel reports. */
    static final long NAMED_BY_CHANNEL = 1L << 60;

    private static final String NAME = """
            (select coalesce(nullif(concat_ws(' ', content.firstname, content.lastname), ''), content.organizationname)
              from async_operation as creation
              join retailasynccustomerv2 as content on content.operationid = creation.operation_id
              where creation.async_customer_id = stuck.async_customer_id and creation.operation_number = 1
              limit 1) as name
            """;

    private static final String AT_HQ = "select stuck.*, " + NAME + """
            from (
              select open.recid as position, open.channel_database, operation.channel, open.async_customer_id,
                operation.operation_id, open.operation_number, operation.replication_counter,
                least(operation.occurred_at, operation.staged_at) as since, open.status, open.error_text,
                true as uploaded, true as staged, false as held, heartbeat.at as last_contact
              from open_operation as open
              join async_operation as operation using (recid)
              left join channel_heartbeat as heartbeat on heartbeat.channel_database = open.channel_database
              where open.recid > :after and operation.staged_at < :before
                and (:database::text is null or open.channel_database = :database)
                and (:customer::uuid is null or open.async_customer_id = :customer)
                and not exists (
                  select from open_operation as earlier
                  where earlier.async_customer_id = open.async_customer_id
                    and earlier.channel_database = open.channel_database
                    and earlier.operation_number < open.operation_number)
              order by open.recid limit :limit) as stuck
            order by position
            """;

    // A newer heartbeat without pending customers makes the list of its channel database obsolete.
    private static final String NAMED = "select stuck.*, " + NAME + """
            from (
              select pending.id + :base as position, pending.channel_database, pending.channel, pending.async_customer_id,
                pending.operation_id, pending.operation_number, pending.replication_counter, pending.since,
                null::text as status, null::text as error_text, pending.uploaded,
                exists (
                  select from async_operation as operation
                  where operation.operation_id = pending.operation_id) as staged,
                coalesce((heartbeat.report ->> 'held')::boolean, false) as held, heartbeat.at as last_contact
              from pending_customer as pending
              left join channel_heartbeat as heartbeat on heartbeat.channel_database = pending.channel_database
              where pending.id > :after - :base and pending.since < :before
                and (:database::text is null or pending.channel_database = :database)
                and (:customer::uuid is null or pending.async_customer_id = :customer)
                and not (coalesce(heartbeat.at > pending.reported_at, false)
                  and coalesce(heartbeat.report ->> 'pendingCustomers', '') = '0')
                and not exists (
                  select from open_operation as open
                  where open.async_customer_id = pending.async_customer_id
                    and open.channel_database = pending.channel_database)
              order by pending.id limit :limit) as stuck
            order by position
            """;

    // Only the oldest open operations can be stuck, so no others are examined.
    private static final String COUNT = """
            select (
              select count(distinct (open.async_customer_id, open.channel_database))
              from (select * from open_operation order by recid limit :most) as open
              join async_operation as operation using (recid)
              where operation.staged_at < :before)
            + (
              select count(*) from (
                select from pending_customer as pending
                left join channel_heartbeat as heartbeat on heartbeat.channel_database = pending.channel_database
                where pending.since < :before
                  and not (coalesce(heartbeat.at > pending.reported_at, false)
                    and coalesce(heartbeat.report ->> 'pendingCustomers', '') = '0')
                  and not exists (
                    select from open_operation as open
                    where open.async_customer_id = pending.async_customer_id
                      and open.channel_database = pending.channel_database)
                limit :most) as named)
            """;

    private final JdbcClient jdbc;

    StuckCustomerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StuckRow> list(@Nullable String channelDatabase, Instant before, long after, int limit) {
        List<StuckRow> rows = new ArrayList<>();
        if (after < NAMED_BY_CHANNEL) {
            rows.addAll(read(AT_HQ, channelDatabase, null, before, after, limit));
        }
        if (rows.size() < limit) {
            long from = Math.max(after, NAMED_BY_CHANNEL);
            rows.addAll(read(NAMED, channelDatabase, null, before, from, limit - rows.size()));
        }
        return rows;
    }

    Optional<StuckRow> find(String channelDatabase, UUID customer, Instant before) {
        List<StuckRow> atHq = read(AT_HQ, channelDatabase, customer, before, 0, 1);
        return (atHq.isEmpty() ? read(NAMED, channelDatabase, customer, before, NAMED_BY_CHANNEL, 1) : atHq)
                .stream().findFirst();
    }

    /** Counts up to a limit of each kind. */
    long count(Instant before, int most) {
        return jdbc.sql(COUNT)
                .param("before", utc(before))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private List<StuckRow> read(
            String sql,
            @Nullable String channelDatabase,
            @Nullable UUID customer,
            Instant before,
            long after,
            int limit) {
        return jdbc.sql(sql)
                .param("base", NAMED_BY_CHANNEL)
                .param("database", channelDatabase)
                .param("customer", customer)
                .param("before", utc(before))
                .param("after", after)
                .param("limit", limit)
                .query(StuckRow.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
