package io.counterpart.hq.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sales orders and loyalty cards of a customer, newest first. */
@Repository
class CustomerOrderRepository {

    // A channel may send numbers that are longer than an amount; their order has no total.
    private static final String ORDERS = """
            select order_number, channel, ordered_at, currency_code, note, jsonb_array_length(lines) as lines,
              cancelled_at, cancellation_reason,
              (select case when bool_and(it.sound) then sum(case when it.sound then it.quantity::numeric * it.price::numeric end)
                 end
               from (
                 select line ->> 'quantity' as quantity, line ->> 'price' as price,
                   concat(line ->> 'quantity', ' ', line ->> 'price') ~ '^\\d{1,12}(\\.\\d{1,6})? \\d{1,12}(\\.\\d{1,6})?$'
                     as sound
                 from jsonb_array_elements(lines) as line) as it) as total
            from sales_order
            where async_customer_id = any(:ids)
            order by ordered_at desc, order_number desc limit :limit
            """;

    private static final String CARDS = """
            select card_number, channel, issued_at from loyalty_card
            where async_customer_id = any(:ids)
            order by issued_at desc, card_number desc limit :limit
            """;

    private final JdbcClient jdbc;

    CustomerOrderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderRow> orders(List<UUID> ids, int limit) {
        return jdbc.sql(ORDERS)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(OrderRow.class)
                .list();
    }

    List<CardRow> cards(List<UUID> ids, int limit) {
        return jdbc.sql(CARDS)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(CardRow.class)
                .list();
    }

    /** A sales order. */
    record OrderRow(
            String orderNumber,
            String channel,
            Instant orderedAt,
            String currencyCode,
            @Nullable String note,
            int lines,
            @Nullable Instant cancelledAt,
            @Nullable String cancellationReason,
            @Nullable BigDecimal total) {

        /** The total with its currency. */
        public String amount() {
            return total == null ? "–" : total.toPlainString() + " " + currencyCode;
        }
    }

    /** A loyalty card. */
    record CardRow(String cardNumber, String channel, Instant issuedAt) {}
}
