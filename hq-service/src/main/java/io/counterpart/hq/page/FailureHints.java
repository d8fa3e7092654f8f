package io.counterpart.hq.page;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The suggested fix for each cause. */
public final class FailureHints {

    public static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("name-required", "hint.name-required"),
            Map.entry("value-too-long", "hint.value-too-long"),
            Map.entry("unknown-customer-group", "hint.unknown-customer-group"),
            Map.entry("unknown-affiliation", "hint.unknown-affiliation"),
            Map.entry("unknown-attribute", "hint.unknown-attribute"),
            Map.entry("invalid-attribute-value", "hint.invalid-attribute-value"),
            Map.entry("multiple-primary-addresses", "hint.multiple-primary-addresses"),
            Map.entry("multiple-primary-contacts", "hint.multiple-primary-contacts"),
            Map.entry("empty-address", "hint.empty-address"),
            Map.entry("duplicate-external-identity", "hint.duplicate-external-identity"),
            Map.entry("operation-number-used", "hint.operation-number-used"),
            Map.entry("possible-duplicate", "hint.possible-duplicate"));

    private static final Map<String, String> FIELDS = Map.of(
            "name-required", "lastName",
            "unknown-customer-group", "customerGroup",
            "unknown-affiliation", "affiliations",
            "empty-address", "street");

    private FailureHints() {}

    /**
     * The field that caused a rejection, or an empty text.
     *
     * @param named the field that the rejection names, if it does
     */
    public static String field(@Nullable String named, String code) {
        return named == null ? FIELDS.getOrDefault(code, "") : named;
    }
}
