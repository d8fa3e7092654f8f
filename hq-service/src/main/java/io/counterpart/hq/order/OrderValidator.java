package io.counterpart.hq.order;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;

/** Validates an order and its customer, independent of the source of the order. */
final class OrderValidator {

    private OrderValidator() {}

    /** The reason that rejects the order; null: it is valid. */
    static @Nullable Rejected refusal(MasterCustomer customer, CustomerOrder order) {
        if (customer.isErased()) {
            return new Rejected("customer-erased", "The customer was erased. Orders can’t be created.");
        }
        if (customer.blocked()) {
            return new Rejected("customer-blocked", "The customer is blocked. Orders can’t be created.");
        }
        if (order.lines().isEmpty()) {
            return new Rejected("invalid-order", "An order requires at least one line.");
        }
        if (order.currencyCode().length() != Limits.CURRENCY_CODE) {
            return new Rejected("invalid-order", "The currency of the order is not an ISO 4217 code.");
        }
        boolean sound = order.lines().stream().allMatch(OrderValidator::isSound);
        return sound
                ? null
                : new Rejected("invalid-order", "A line requires an item, a quantity greater than 0 and a price.");
    }

    private static boolean isSound(CustomerOrder.@Nullable Line line) {
        return line != null
                && line.item() != null
                && !line.item().isBlank()
                && decimal(line.quantity()).signum() > 0
                && decimal(line.price()).signum() >= 0;
    }

    // An invalid number is below every limit.
    private static BigDecimal decimal(@Nullable String text) {
        try {
            return text == null ? BigDecimal.ONE.negate() : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return BigDecimal.ONE.negate();
        }
    }
}
