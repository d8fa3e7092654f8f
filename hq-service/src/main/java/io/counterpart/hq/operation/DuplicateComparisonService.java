package io.counterpart.hq.operation;

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
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.duplicate.DuplicateSearchService;
import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.staging.OperationReader;

/** Builds the comparison of a possible duplicate with its candidates. */
@Component
class DuplicateComparisonService {

    private final OperationReader reader;
    private final DuplicateSearchService candidates;
    private final CustomerSearchService customers;
    private final DisplayFormat format;

    DuplicateComparisonService(
            OperationReader reader,
            DuplicateSearchService candidates,
            CustomerSearchService customers,
            DisplayFormat format) {
        this.reader = reader;
        this.candidates = candidates;
        this.customers = customers;
        this.format = format;
    }

    /** Null if the operation did not fail as a possible duplicate, or no candidate matches any more. */
    @Nullable DuplicateComparison of(OperationRow operation) {
        if (!"possible-duplicate".equals(operation.errorCode())
                || !(reader.read(operation.payload()).body() instanceof OperationBody.CreateCustomer creation)) {
            return null;
        }
        List<CustomerSnapshot> known = candidates.of(creation.content()).stream()
                .map(it -> customers.one(it.accountNumber()))
                .toList();
        return known.isEmpty() ? null : compare(creation.content(), known);
    }

    private DuplicateComparison compare(CustomerContent incoming, List<CustomerSnapshot> known) {
        var lines = new ArrayList<DuplicateComparison.ComparisonRow>();
        List<Map<String, @Nullable String>> others =
                known.stream().map(it -> values(it.content())).toList();
        values(incoming).forEach((field, value) -> {
            var line = new DuplicateComparison.ComparisonRow(
                    field,
                    value,
                    others.stream()
                            .map(other -> new DuplicateComparison.ComparisonValue(
                                    other.get(field), isSame(value, other.get(field))))
                            .toList());
            if (value != null || line.candidates().stream().anyMatch(it -> it.text() != null)) {
                lines.add(line);
            }
        });
        lines.add(new DuplicateComparison.ComparisonRow(
                "operation.compare.customerSince",
                null,
                known.stream()
                        .map(it -> new DuplicateComparison.ComparisonValue(
                                format.time(it.createdAt()) + ", " + it.channel(), false))
                        .toList()));
        return new DuplicateComparison(
                known.stream().map(it -> String.valueOf(it.accountNumber())).toList(), lines);
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
