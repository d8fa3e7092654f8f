package io.counterpart.hq.page;

import java.util.Map;

/** What helps against a cause, in one sentence. */
public final class FailureHints {

    public static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("name-required", "Give a person a first or a last name, an organization its name."),
            Map.entry("value-too-long", "Shorten the value that the message names."),
            Map.entry(
                    "unknown-customer-group",
                    "Make the customer group under Configuration, or choose one that exists, then synchronize."),
            Map.entry(
                    "unknown-affiliation",
                    "Make the affiliation under Configuration, or take it out of the operation, then synchronize."),
            Map.entry("unknown-attribute", "Define the attribute under Configuration, or empty it, then synchronize."),
            Map.entry("invalid-attribute-value", "Choose a value that the attribute's definition allows."),
            Map.entry("multiple-primary-addresses", "Leave only one address as the primary one."),
            Map.entry("multiple-primary-contacts", "Leave only one contact of each kind as the primary one."),
            Map.entry("empty-address", "Fill in at least one value of the address."),
            Map.entry(
                    "duplicate-external-identity",
                    "Somebody else signs in with this identity: find that customer and reassign the operation to them."),
            Map.entry(
                    "operation-number-used",
                    "Compare it with the customer as it is now: apply it as the next operation, or leave it out."),
            Map.entry(
                    "possible-duplicate",
                    "Compare with the candidates: synchronize anyway, or reassign to the customer who is meant."));

    private static final Map<String, String> FIELDS = Map.of(
            "name-required", "lastName",
            "unknown-customer-group", "customerGroup",
            "unknown-affiliation", "affiliations",
            "empty-address", "street");

    private FailureHints() {}

    /** The name of the field that a refusal is about, or an empty text. */
    public static String field(String code, String words) {
        if (code.equals("value-too-long") || code.equals("invalid-attribute-value")) {
            return words.split(" ", 2)[0];
        }
        return FIELDS.getOrDefault(code, "");
    }
}
