package io.counterpart.channel.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.accountnumber.AwaitedResults;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.order.OrderView.Status;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.realtime.FindOrders.OrderState;

/** The table of orders, and their status by the row of the customer. */
@Repository
class OrderRepository implements AwaitedResults {

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
              o.operation_number is null or o.order_number is not null or a.alias is not null
                or c.applied_operation >= o.operation_number as created,
              o.cancelled_at, a.alias is not null or c.applied_operation >= o.cancellation_number as cancellation_applied
            from customer_order o
            left join customer_alias a on a.alias = o.async_customer_id::text
            left join customer c on c.async_customer_id = coalesce(a.async_customer_id, o.async_customer_id)
            where o.id = ?
            """;

    private static final String OF_CHANNEL = FIND + " and o.channel = ?";
    private static final String OF_CUSTOMER = FIND + " and coalesce(a.async_customer_id, o.async_customer_id) = ?";

    private static final String CANCEL = """
            update customer_order set cancellation_number = ?, cancelled_at = ?
            where id = ? and cancelled_at is null
            """;

    private static final String WITHOUT_NUMBER = """
            select o.id from customer_order o
            left join customer_alias a on a.alias = o.async_customer_id::text
            left join customer c on c.async_customer_id = o.async_customer_id
            where o.order_number is null and o.operation_number is not null
              and (o.number_asked_at is null or o.number_asked_at < ?)
              and (a.alias is not null or c.applied_operation >= o.operation_number)
            order by o.created_at limit ?
            """;

    private static final String STORE_NUMBERS = """
            update customer_order
            set order_number = coalesce(given.order_number, customer_order.order_number), number_asked_at = ?
            from unnest(?::uuid[], ?::text[]) as given (id, order_number)
            where customer_order.id = given.id
            """;

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
                MessageJson.write(taken.order()),
                taken.operationNumber(),
                taken.orderNumber(),
                Timestamp.from(taken.createdAt()));
    }

    /** Stores the number of the cancellation among the operations of the customer. */
    void cancel(UUID id, int operationNumber, Instant at) {
        jdbc.update(CANCEL, operationNumber, Timestamp.from(at), id);
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

    /** The async orders that HQ should have created by now, oldest first. */
    List<UUID> findWithoutNumber(Instant notAskedSince, int limit) {
        return jdbc.queryForList(WITHOUT_NUMBER, UUID.class, Timestamp.from(notAskedSince), limit);
    }

    /** Stores the numbers, and for all orders that HQ was asked. */
    void storeNumbers(List<UUID> asked, List<OrderState> states, Instant at) {
        Map<UUID, String> numbers =
                states.stream().collect(Collectors.toMap(OrderState::id, OrderState::orderNumber, (one, same) -> one));
        jdbc.update(
                STORE_NUMBERS,
                Timestamp.from(at),
                asked.stream().map(UUID::toString).toArray(String[]::new),
                asked.stream().map(numbers::get).toArray(String[]::new));
    }

    @Override
    public List<UUID> findAnsweredAmong(Collection<UUID> ids) {
        return jdbc.queryForList(
                "select id from customer_order where id = any(?::uuid[]) and order_number is not null",
                UUID.class,
                (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Optional<OrderView> first(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> view(row), arguments).stream().findFirst();
    }

    private static OrderView view(ResultSet row) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        var taken = new PlacedOrder(
                MessageJson.read(row.getString("content"), CustomerOrder.class),
                row.getObject("customer", UUID.class),
                row.getString("channel"),
                row.getObject("operation_number", Integer.class),
                row.getString("order_number"),
                row.getTimestamp("created_at").toInstant(),
                cancelled == null ? null : cancelled.toInstant());
        return OrderView.of(taken, row.getString("account_number"), status(row, cancelled != null));
    }

    private static Status status(ResultSet row, boolean cancelled) throws SQLException {
        if (cancelled) {
            return row.getBoolean("cancellation_applied") ? Status.CANCELLED : Status.CANCELLATION_PENDING;
        }
        return row.getBoolean("created") ? Status.CREATED : Status.PENDING_SYNC;
    }
}
