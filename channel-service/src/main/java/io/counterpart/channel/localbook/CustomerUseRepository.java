package io.counterpart.channel.localbook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of uses of customers and of removed customers. */
@Repository
class CustomerUseRepository {

    private static final String LATEST_WINS = """
            on conflict (async_customer_id, channel) do update
            set used_at = greatest(customer_use.used_at, excluded.used_at), used_in = excluded.used_in
            """;

    private static final String RECORD = """
            insert into customer_use (async_customer_id, channel, used_at) values (:customer, :channel, :at)
            """ + LATEST_WINS;

    // In a fixed order, so that two batches wait for each other and never deadlock.
    private static final String TRANSFER = """
            insert into customer_use (async_customer_id, channel, used_at)
            select linked.survivor, used.channel, max(used.used_at)
            from unnest(cast(:aliases as uuid[]), cast(:survivors as uuid[])) as linked (alias, survivor)
            cross join lateral (
              select c.created_in_channel as channel, c.created_at as used_at
              from customer c where c.async_customer_id = linked.alias
              union all
              select u.channel, u.used_at
              from customer_use u where u.async_customer_id = linked.alias) as used
            group by linked.survivor, used.channel
            order by linked.survivor, used.channel
            """ + LATEST_WINS;

    // The trigger of the table notes the transaction.
    private static final String TOUCH = "update customer set blocked = blocked where async_customer_id = :customer";

    private static final String PURGE_USES = """
            delete from customer_use
            where (async_customer_id, channel) in (
              select async_customer_id, channel from customer_use
              where used_at < :before limit :size for update skip locked)
            """;

    private static final String PURGE_REMOVED = """
            delete from removed_customer
            where async_customer_id in (
              select async_customer_id from removed_customer
              where removed_at < :before limit :size for update skip locked)
            """;

    private final JdbcClient jdbc;

    CustomerUseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(UUID customer, String channel, Instant at) {
        jdbc.sql(RECORD)
                .param("customer", customer)
                .param("channel", channel)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void transfer(Map<UUID, UUID> survivors) {
        List<Map.Entry<UUID, UUID>> linked = List.copyOf(survivors.entrySet());
        jdbc.sql(TRANSFER)
                .param(
                        "aliases",
                        linked.stream().map(each -> each.getKey().toString()).toArray(String[]::new))
                .param(
                        "survivors",
                        linked.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
                .update();
    }

    void touch(UUID customer) {
        jdbc.sql(TOUCH).param("customer", customer).update();
    }

    int purgeUses(Instant before, int size) {
        return purge(PURGE_USES, before, size);
    }

    int purgeRemoved(Instant before, int size) {
        return purge(PURGE_REMOVED, before, size);
    }

    private int purge(String sql, Instant before, int size) {
        return jdbc.sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("size", size)
                .update();
    }
}
