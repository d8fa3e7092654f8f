package io.counterpart.channel.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CreationMode;
import io.counterpart.contract.order.CustomerOrder;

/**
 * An order as it goes out.
 *
 * @param customer async customer id, which stays the same when the account number comes
 * @param orderNumber null while HQ has not told it
 * @param total of all lines, a decimal string
 */
record OrderView(
        UUID id,
        UUID customer,
        @Nullable String accountNumber,
        Status status,
        CreationMode creationMode,
        @Nullable String orderNumber,
        String currencyCode,
        List<CustomerOrder.Line> lines,
        String total,
        @Nullable String note,
        String createdInChannel,
        Instant createdAt) {

    /** Where an order stands. */
    enum Status {
        /** Stored here; HQ makes it once it has made the customer. */
        PENDING_SYNC,
        /** HQ made it. */
        CREATED
    }

    static OrderView of(PlacedOrder taken, @Nullable String accountNumber, Status status) {
        CustomerOrder order = taken.order();
        return new OrderView(
                order.id(),
                taken.asyncCustomerId(),
                accountNumber,
                status,
                taken.operationNumber() == null ? CreationMode.SYNC : CreationMode.ASYNC,
                taken.orderNumber(),
                order.currencyCode(),
                order.lines(),
                total(order),
                order.note(),
                taken.channel(),
                taken.createdAt());
    }

    private static String total(CustomerOrder order) {
        return order.lines().stream()
                .map(line -> new BigDecimal(line.quantity()).multiply(new BigDecimal(line.price())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
