package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;

/**
 * The table {@code recovery_customer}: the state of each customer of the lost period, merged from snapshots,
 * until it is restored.
 */
@Repository
class LostCustomerRepository {

    private static final String KNOWN = """
            select snapshot, pure from recovery_customer where async_customer_id = any(:ids) for update
            """;

    private static final String COLLECT = """
            insert into recovery_customer (async_customer_id, version, pure, snapshot)
            select * from unnest(:ids::uuid[], :versions::bigint[], :pure::boolean[], :snapshots::json[])
            on conflict (async_customer_id) do update
            set version = excluded.version, pure = excluded.pure, snapshot = excluded.snapshot
            """;

    private static final String TAKE = """
            delete from recovery_customer where async_customer_id in (
              select async_customer_id from recovery_customer order by async_customer_id limit :limit for update skip locked)
            returning snapshot
            """;

    private static final String REOPEN = """
            insert into open_operation
              (recid, async_customer_id, channel_database, operation_number, status, next_attempt_at, is_order)
            select recid, async_customer_id, operation.channel_database, operation_number, 'PENDING', :at::timestamptz,
              kind = 'CREATE_ORDER'
            from async_operation as operation join customer using (async_customer_id)
            where async_customer_id = any(:ids)
              and operation_number > coalesce((applied_operations ->> operation.channel_database)::integer, 0)
            on conflict (recid) do nothing
            """;

    private static final String UNKNOWN = """
            select count(*) from unnest(:ids::uuid[], :versions::bigint[]) as reported (id, version)
            left join customer on async_customer_id = reported.id
            where customer.version < reported.version
              or customer.version is null and not exists (select from customer_alias where alias = reported.id)
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    LostCustomerRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Merges the snapshots with what is stored of these customers. */
    void collect(Collection<LostCustomer> reported) {
        var all = new ArrayList<>(known(ids(reported)));
        all.addAll(reported);
        Collection<LostCustomer> customers = LostCustomer.merged(all);
        jdbc.sql(COLLECT)
                .param("ids", ids(customers))
                .param("versions", versions(customers))
                .param("pure", customers.stream().map(LostCustomer::pure).toArray(Boolean[]::new))
                .param(
                        "snapshots",
                        customers.stream().map(it -> json.write(it.snapshot())).toArray(String[]::new))
                .update();
    }

    private List<LostCustomer> known(UUID[] ids) {
        return jdbc.sql(KNOWN)
                .param("ids", ids)
                .query((row, number) -> new LostCustomer(
                        json.read(row.getString("snapshot"), CustomerSnapshot.class), row.getBoolean("pure")))
                .list();
    }

    void highestNumber(UUID recovery, long number) {
        jdbc.sql("update recovery set highest_number = greatest(highest_number, :number) where id = :id")
                .param("number", number)
                .param("id", recovery)
                .update();
    }

    /** Removes and returns the next snapshots. */
    List<CustomerSnapshot> take(int limit) {
        return jdbc.sql(TAKE).param("limit", limit).query(String.class).list().stream()
                .map(it -> json.read(it, CustomerSnapshot.class))
                .toList();
    }

    /** Reopens staged operations that are missing in the content of their customers. */
    int reopen(Collection<UUID> customers, Instant at) {
        return jdbc.sql(REOPEN)
                .param("ids", customers.toArray(UUID[]::new))
                .param("at", at.toString())
                .update();
    }

    /** How many of these customers are missing in the master or have an older version there. */
    long unknown(Collection<LostCustomer> customers) {
        return jdbc.sql(UNKNOWN)
                .param("ids", ids(customers))
                .param("versions", versions(customers))
                .query(Long.class)
                .single();
    }

    private static UUID[] ids(Collection<LostCustomer> customers) {
        return customers.stream().map(it -> it.snapshot().asyncCustomerId()).toArray(UUID[]::new);
    }

    private static Long[] versions(Collection<LostCustomer> customers) {
        return customers.stream().map(it -> it.snapshot().version()).toArray(Long[]::new);
    }
}
