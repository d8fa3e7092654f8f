package io.counterpart.channel.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.order.OrderEntry.LineEntry;
import io.counterpart.channel.validation.TextNormalizer;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.support.problem.FieldErrors;

/** Converts an entry into an order that HQ accepts, or reports all its faults. */
final class OrderValidator {

    static final int MOST_LINES = 200;
    static final int LONGEST_ITEM = 100;
    static final int LONGEST_NOTE = 1000;

    // No sign, no exponent, and no more digits than a shop can count or charge.
    static final String DECIMAL_PATTERN = "^\\d{1,12}(\\.\\d{1,6})?$";

    private static final Pattern DECIMAL = Pattern.compile(DECIMAL_PATTERN);

    private final FieldErrors faults = new FieldErrors();
    private final TextNormalizer texts = new TextNormalizer(faults);

    CustomerOrder check(UUID id, OrderEntry entry, @Nullable String currencyOfCustomer) {
        String typed = texts.currency("/currencyCode", entry.currencyCode());
        String currency = typed == null ? currencyOfCustomer : typed;
        if (currency == null) {
            faults.add("/currencyCode", "required", "Currency is required, such as USD.");
        }
        List<CustomerOrder.Line> lines = lines(entry.lines());
        String note = texts.text("/note", entry.note(), LONGEST_NOTE);
        faults.throwIfAny();
        return new CustomerOrder(id, String.valueOf(currency), lines, note);
    }

    private List<CustomerOrder.Line> lines(@Nullable List<@Nullable LineEntry> entries) {
        if (entries == null || entries.isEmpty()) {
            faults.add("/lines", "required", "An order requires at least one line.");
            return List.of();
        }
        if (entries.size() > MOST_LINES) {
            faults.add("/lines", "too-many", "Too many lines (limit %d).".formatted(MOST_LINES));
            return List.of();
        }
        var lines = new ArrayList<CustomerOrder.Line>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            lines.add(line("/lines/" + i, entries.get(i)));
        }
        return lines;
    }

    private CustomerOrder.Line line(String at, @Nullable LineEntry entry) {
        if (entry == null) {
            faults.add(at, "required", "The line is required.");
            return new CustomerOrder.Line("", "", "");
        }
        String item = texts.text(at + "/item", entry.item(), LONGEST_ITEM);
        if (item == null) {
            faults.add(at + "/item", "required", "An item is required.");
        }
        String quantity = decimal(at + "/quantity", entry.quantity());
        if (!quantity.isEmpty() && new BigDecimal(quantity).signum() == 0) {
            faults.add(at + "/quantity", "out-of-bounds", "quantity must be greater than zero.");
        }
        return new CustomerOrder.Line(String.valueOf(item), quantity, decimal(at + "/price", entry.price()));
    }

    private String decimal(String at, @Nullable String value) {
        if (value == null || !DECIMAL.matcher(value).matches()) {
            faults.add(at, "not-a-decimal", "Must be a decimal number in quotes, such as \"19.90\".");
            return "";
        }
        return value;
    }
}
