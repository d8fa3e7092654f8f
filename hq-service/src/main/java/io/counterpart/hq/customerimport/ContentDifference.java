package io.counterpart.hq.customerimport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.messaging.MessageJson;

/** The fields in which a record differs from the customer that exists; what the record does not have is not compared. */
final class ContentDifference {

    private static final Set<String> NOT_COMPARED = Set.of("id", "purpose", "primary", "type");

    private final MessageJson json;

    ContentDifference(MessageJson json) {
        this.json = json;
    }

    List<String> of(CustomerContent record, CustomerContent existing) {
        var differences = new ArrayList<String>();
        Map<String, @Nullable Object> profile = values(existing.profile());
        values(record.profile()).forEach((field, value) -> {
            if (value != null && !value.equals(profile.get(field))) {
                differences.add(field);
            }
        });
        if (!parts(existing.addresses()).containsAll(parts(record.addresses()))) {
            differences.add("addresses");
        }
        if (!parts(existing.contacts()).containsAll(parts(record.contacts()))) {
            differences.add("contacts");
        }
        if (!new HashSet<>(existing.affiliations()).containsAll(record.affiliations())) {
            differences.add("affiliations");
        }
        record.attributes().forEach((name, value) -> {
            if (!isSame(value, existing.attributes().get(name))) {
                differences.add("attribute." + name);
            }
        });
        if (record.externalIdentity() != null && !record.externalIdentity().equals(existing.externalIdentity())) {
            differences.add("externalIdentity");
        }
        return differences;
    }

    // IDs and defaults are not what the file says of a part.
    private Set<Map<String, @Nullable Object>> parts(List<?> parts) {
        return parts.stream()
                .map(part -> {
                    var values = new HashMap<>(values(part));
                    values.keySet().removeAll(NOT_COMPARED);
                    values.values().removeIf(Objects::isNull);
                    return values;
                })
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // A part is a JSON object.
    private Map<String, @Nullable Object> values(Object part) {
        return json.convert(part, Map.class);
    }

    private static boolean isSame(Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return one.equals(other);
    }
}
