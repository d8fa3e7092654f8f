package io.counterpart.hq.synchronization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.UsedOperationNumbers.Holder;
import io.counterpart.hq.synchronization.UsedOperationNumbers.Used;

/** Finds and stores which operation used which operation number. */
@Repository
class UsedNumberRepository {

    // Operations made before the channel detected its restore may arrive after the restore counts as healed.
    private static final Duration AFTER_HEALING = Duration.ofHours(1);

    // Creations by the Real-time service are not recorded: each has the first number of its customer in its channel
    // database.
    private static final String HOLDERS = """
            with asked as (
              select distinct * from unnest(:customers::uuid[], :databases::text[], :numbers::int[])
                as it (customer, database, number))
            select asked.customer as async_customer_id, asked.database as channel_database,
              asked.number as operation_number, holder.id, holder.creation,
              exists (
                select from channel_restore
                where channel_restore.channel_database = asked.database
                  and (healed_at is null or healed_at > :healed::timestamptz)) as restored
            from asked
            cross join lateral (
              select operation_id as id, case kind when 'CREATE_CUSTOMER' then payload::text end as creation
              from async_operation as staged
              where staged.async_customer_id = asked.customer and staged.channel_database = asked.database
                and staged.operation_number = asked.number
                and not exists (select from open_operation where open_operation.recid = staged.recid)
              union all
              select called.id, null from realtime_operation as called
              where called.async_customer_id = asked.customer and called.channel_database = asked.database
                and called.operation_number = asked.number) as holder
            """;

    private static final String NOTE = """
            insert into realtime_operation
              (id, async_customer_id, channel_database, operation_number, payload, applied_at)
            select *, :at::timestamptz
            from unnest(:ids::uuid[], :customers::uuid[], :databases::text[], :numbers::int[], :payloads::json[])
            on conflict (id) do nothing
            """;

    // The payload is not changed.
    private static final String RENUMBER = """
            update async_operation set operation_number = given.number
            from unnest(:recids::bigint[], :numbers::int[]) as given (recid, number)
            where async_operation.recid = given.recid
            """;

    private final JdbcClient jdbc;
    private final OperationReader reader;
    private final MessageJson json;

    UsedNumberRepository(JdbcClient jdbc, OperationReader reader, MessageJson json) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.json = json;
    }

    /** Queries only operations whose number is already applied, which are rare. */
    UsedOperationNumbers of(Collection<OpenOperation> operations, Map<UUID, MasterCustomer> found, Instant now) {
        List<CustomerOperation> repeated = operations.stream()
                .map(OpenOperation::operation)
                .filter(it -> isApplied(it, found.get(it.asyncCustomerId())))
                .toList();
        return new UsedOperationNumbers(repeated.isEmpty() ? List.of() : holders(repeated, now));
    }

    private static boolean isApplied(CustomerOperation operation, @Nullable MasterCustomer customer) {
        return customer != null && operation.operationNumber() <= customer.lastOperation(operation);
    }

    private List<Holder> holders(List<CustomerOperation> repeated, Instant now) {
        return jdbc.sql(HOLDERS)
                .param("customers", array(repeated, CustomerOperation::asyncCustomerId, UUID[]::new))
                .param("databases", array(repeated, CustomerOperation::channelDatabase, String[]::new))
                .param("numbers", array(repeated, CustomerOperation::operationNumber, Integer[]::new))
                .param("healed", now.minus(AFTER_HEALING).toString())
                .query(this::holder)
                .list();
    }

    private Holder holder(ResultSet row, int number) throws SQLException {
        String creation = row.getString("creation");
        return new Holder(
                row.getObject("async_customer_id", UUID.class),
                row.getString("channel_database"),
                row.getInt("operation_number"),
                row.getObject("id", UUID.class),
                creation == null ? null : profile(creation),
                row.getBoolean("restored"));
    }

    private @Nullable CustomerProfile profile(String creation) {
        return reader.read(creation).body() instanceof OperationBody.CreateCustomer made
                ? made.content().profile()
                : null;
    }

    void note(List<Used> realtime, Instant at) {
        if (!realtime.isEmpty()) {
            jdbc.sql(NOTE)
                    .param("ids", array(realtime, it -> it.operation().operationId(), UUID[]::new))
                    .param("customers", array(realtime, it -> it.operation().asyncCustomerId(), UUID[]::new))
                    .param("databases", array(realtime, it -> it.operation().channelDatabase(), String[]::new))
                    .param("numbers", array(realtime, Used::number, Integer[]::new))
                    .param("payloads", array(realtime, it -> json.write(it.operation()), String[]::new))
                    .param("at", at.toString())
                    .update();
        }
    }

    void renumber(Map<Long, Integer> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql(RENUMBER)
                    .param("recids", numbers.keySet().toArray(Long[]::new))
                    .param("numbers", numbers.values().toArray(Integer[]::new))
                    .update();
        }
    }

    private static <T, V> V[] array(List<T> rows, Function<T, V> value, IntFunction<V[]> maker) {
        return rows.stream().map(value).toArray(maker);
    }
}
