package io.counterpart.channel.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.order.OrderView.Status;
import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.order.CustomerOrder;

/** The table of orders, and their status by the row of the customer. */
@Repository
class OrderRepository {

    // A repetition of the same order, after a lost response, has no effect.
    private static final String INSERT = """
            insert into customer_order
              (id, async_customer_id, channel, content, operation_number, order_number, created_at)
            values (?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (id) do nothing
            """;

    // A customer that HQ linked to another one is converted by the link, and its order with it.
    private static final String FIND = """
            select o.id, coalesce(a.async_customer_id, o.async_customer_id) as customer, o.channel, o.content,
              o.operation_number, o.order_number, o.created_at, c.account_number,
              o.operation_number is null or a.alias is not null or c.applied_operation >= o.operation_number as created
            from customer_order o
            left join customer_alias a on a.alias = o.async_customer_id::text
            left join customer c on c.async_customer_id = coalesce(a.async_customer_id, o.async_customer_id)
            where o.id = ?
            """;

    private static final String OF_CHANNEL = FIND + " and o.channel = ?";
    private static final String OF_CUSTOMER = FIND + " and coalesce(a.async_customer_id, o.async_customer_id) = ?";

    private final JdbcTemplate jdbc;

    OrderRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PlacedOrder taken) {
        jdbc.update(
                INSERT,
                taken.order().id(),
                taken.asyncCustomerId(),
                taken.channel(),
                WireJson.write(taken.order()),
                taken.operationNumber(),
                taken.orderNumber(),
                Timestamp.from(taken.createdAt()));
    }

    Optional<OrderView> find(UUID id) {
        return first(FIND, id);
    }

    Optional<OrderView> findOfChannel(UUID id, String channel) {
        return first(OF_CHANNEL, id, channel);
    }

    Optional<OrderView> findOfCustomer(UUID id, UUID customer) {
        return first(OF_CUSTOMER, id, customer);
    }

    private Optional<OrderView> first(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> view(row), arguments).stream().findFirst();
    }

    private static OrderView view(ResultSet row) throws SQLException {
        var taken = new PlacedOrder(
                WireJson.read(row.getString("content"), CustomerOrder.class),
                row.getObject("customer", UUID.class),
                row.getString("channel"),
                row.getObject("operation_number", Integer.class),
                row.getString("order_number"),
                row.getTimestamp("created_at").toInstant());
        return OrderView.of(
                taken,
                row.getString("account_number"),
                row.getBoolean("created") ? Status.CREATED : Status.PENDING_SYNC);
    }
}
