package io.counterpart.channel.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerFacing;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.order.CustomerOrder;

/**
 * An order in a response.
 *
 * @param customer async customer id, which does not change when the account number is assigned
 * @param orderNumber null while HQ has not reported it
 * @param cancelledAt when it was cancelled in this channel; null: it was not
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
        Instant createdAt,
        @Nullable Instant cancelledAt)
        implements CustomerFacing {

    /** The state of an order. */
    enum Status {
        /** Stored here; HQ creates it after the conversion of the customer. */
        PENDING_SYNC,
        /** Created at HQ. */
        CREATED,
        /** Cancelled here; HQ cancels it when it has the cancellation, and has created the order if it had not yet. */
        CANCELLATION_PENDING,
        /** Cancelled at HQ. */
        CANCELLED
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
                taken.createdAt(),
                taken.cancelledAt());
    }

    @Override
    public Object forCustomer() {
        return new OwnOrderView(
                id,
                customer,
                accountNumber,
                status,
                orderNumber,
                currencyCode,
                lines,
                total,
                note,
                createdAt,
                cancelledAt);
    }

    private static String total(CustomerOrder order) {
        return order.lines().stream()
                .map(line -> new BigDecimal(line.quantity()).multiply(new BigDecimal(line.price())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
