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
import io.counterpart.hq.topics.WireJson;

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
            from sales_order join customer using (async_customer_id)
            where order_id = :id
            """;

    private final JdbcClient jdbc;
    private final WireJson json;

    SalesOrderRepository(JdbcClient jdbc, WireJson json) {
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
