package io.counterpart.hq.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindOrders.OrderState;
import io.counterpart.hq.messaging.MessageJson;

/** The table {@code sales_order}. */
@Repository
class SalesOrderRepository {

    // The same order may be sent again, even concurrently through the Real-time service.
    private static final String INSERT = """
            insert into sales_order (order_id, order_number, async_customer_id, channel, channel_database, currency_code,
              lines, note, ordered_at, created_at)
            select order_id, order_number, async_customer_id, channel, channel_database, currency_code, lines, note,
              ordered_at, :at::timestamptz
            from json_populate_recordset(null::sales_order, :rows::json)
            on conflict (order_id) do nothing
            """;

    private static final String FIND = """
            select order_id as id, order_number, account_number, sales_order.created_at
            from sales_order
            left join customer_alias on customer_alias.alias = sales_order.async_customer_id
            join customer on customer.async_customer_id =
              coalesce(customer_alias.async_customer_id, sales_order.async_customer_id)
            where order_id = :id
            """;

    // The first cancellation counts. An order that an operator skipped does not exist, and there is nothing to cancel.
    private static final String CANCEL = """
            update sales_order set cancelled_at = given.cancelled_at, cancellation_reason = given.cancellation_reason
            from json_populate_recordset(null::sales_order, :rows::json) as given
            where sales_order.order_id = given.order_id and sales_order.cancelled_at is null
              and given.async_customer_id in (sales_order.async_customer_id, (
                select async_customer_id from customer_alias where alias = sales_order.async_customer_id))
            """;

    private static final String STATES = """
            select order_id as id, order_number, created_at, cancelled_at from sales_order
            where order_id = any(:ids) and channel_database = :database
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    SalesOrderRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<NewOrder> orders, List<String> numbers, Instant at) {
        var rows = IntStream.range(0, orders.size())
                .mapToObj(i -> row(orders.get(i), numbers.get(i)))
                .toList();
        jdbc.sql(INSERT)
                .param("rows", json.write(rows))
                .param("at", at.toString())
                .update();
    }

    Optional<OrderCreated> find(UUID orderId) {
        return jdbc.sql(FIND).param("id", orderId).query(OrderCreated.class).optional();
    }

    void cancel(List<OrderCancellation> cancellations) {
        var rows = cancellations.stream().map(SalesOrderRepository::row).toList();
        jdbc.sql(CANCEL).param("rows", json.write(rows)).update();
    }

    private static Map<String, @Nullable Object> row(OrderCancellation cancellation) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("order_id", cancellation.orderId());
        row.put("async_customer_id", cancellation.asyncCustomerId());
        row.put("cancellation_reason", cancellation.reason());
        row.put("cancelled_at", cancellation.cancelledAt());
        return row;
    }

    List<OrderState> states(String channelDatabase, List<UUID> ids) {
        return jdbc.sql(STATES)
                .param("ids", ids.toArray(UUID[]::new))
                .param("database", channelDatabase)
                .query(OrderState.class)
                .list();
    }

    private static Map<String, @Nullable Object> row(NewOrder order, String number) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("order_id", order.order().id());
        row.put("order_number", number);
        row.put("async_customer_id", order.asyncCustomerId());
        row.put("channel", order.channel());
        row.put("channel_database", order.channelDatabase());
        row.put("currency_code", order.order().currencyCode());
        row.put("lines", order.order().lines());
        row.put("note", order.order().note());
        row.put("ordered_at", order.orderedAt());
        return row;
    }
}
