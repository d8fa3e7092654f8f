package io.counterpart.contract.order;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order of a customer.
 *
 * @param id assigned where the order is placed; the permanent key of the order
 * @param currencyCode ISO 4217, of all prices
 */
public record CustomerOrder(
        UUID id,
        String currencyCode,
        List<Line> lines,
        @Nullable String note) {

    // Jackson passes null where a record omits a list.
    public CustomerOrder {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * One line of an order.
     *
     * @param quantity,price decimal strings, for example {@code "2"} and {@code "19.90"}
     */
    public record Line(String item, String quantity, String price) {}
}
