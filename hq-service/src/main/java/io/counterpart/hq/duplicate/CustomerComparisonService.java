package io.counterpart.hq.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.duplicate.CustomerComparison.ComparisonRow;
import io.counterpart.hq.duplicate.CustomerComparison.ComparisonValue;
import io.counterpart.hq.page.DisplayFormat;

/** Builds comparisons of customers for pages. */
@Component
public class CustomerComparisonService {

    private final DisplayFormat format;

    CustomerComparisonService(DisplayFormat format) {
        this.format = format;
    }

    /** Compares the content of a creation with existing customers. */
    public CustomerComparison compare(CustomerContent creation, List<CustomerSnapshot> known) {
        return compare(null, null, creation, known);
    }

    /** Compares two existing customers. */
    public CustomerComparison compare(CustomerSnapshot one, CustomerSnapshot other) {
        return compare(one.accountNumber(), since(one), one.content(), List.of(other));
    }

    private CustomerComparison compare(
            @Nullable String number, @Nullable String since, CustomerContent content, List<CustomerSnapshot> known) {
        var lines = new ArrayList<ComparisonRow>();
        List<Map<String, @Nullable String>> others =
                known.stream().map(it -> values(it.content())).toList();
        values(content).forEach((field, value) -> {
            var line = new ComparisonRow(
                    field,
                    value,
                    others.stream()
                            .map(other -> new ComparisonValue(other.get(field), isSame(value, other.get(field))))
                            .toList());
            if (value != null || line.candidates().stream().anyMatch(it -> it.text() != null)) {
                lines.add(line);
            }
        });
        lines.add(new ComparisonRow(
                "operation.compare.customerSince",
                since,
                known.stream().map(it -> new ComparisonValue(since(it), false)).toList()));
        return new CustomerComparison(
                number,
                known.stream().map(it -> String.valueOf(it.accountNumber())).toList(),
                lines);
    }

    private String since(CustomerSnapshot customer) {
        return format.time(customer.createdAt()) + ", " + customer.channel();
    }

    private Map<String, @Nullable String> values(CustomerContent content) {
        CustomerProfile profile = content.profile();
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("operation.compare.name", profile.displayName());
        values.put("operation.compare.type", format.plain(profile.type()));
        values.put("operation.compare.email", profile.email());
        values.put("operation.compare.phone", profile.phone());
        values.put(
                "operation.compare.address",
                content.addresses().isEmpty()
                        ? null
                        : oneLine(content.addresses().get(0)));
        values.put("operation.compare.customerGroup", profile.customerGroup());
        values.put(
                "operation.compare.affiliations",
                content.affiliations().isEmpty() ? null : String.join(", ", content.affiliations()));
        return values;
    }

    private static String oneLine(Address address) {
        return Stream.of(address.street(), address.streetNumber(), address.zipCode(), address.city(), address.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }
}
