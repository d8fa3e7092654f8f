package io.counterpart.contract.configuration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;

/** A field of a customer that a functionality profile can require of new customers. */
public enum MandatoryField {
    EMAIL("email"),
    PHONE("phone"),
    MOBILE("mobile"),
    LANGUAGE("language"),
    CUSTOMER_GROUP("customerGroup");

    private final String field;

    MandatoryField(String field) {
        this.field = field;
    }

    /** Those with these names; other names mean nothing to this release. */
    public static List<MandatoryField> named(Collection<String> names) {
        return Stream.of(values()).filter(it -> names.contains(it.name())).toList();
    }

    /** The name of the field in JSON. */
    public String field() {
        return field;
    }

    public boolean isMissing(CustomerProfile profile) {
        String value = valueIn(profile);
        return value == null || value.isBlank();
    }

    private @Nullable String valueIn(CustomerProfile profile) {
        return switch (this) {
            case EMAIL -> profile.email();
            case PHONE -> profile.phone();
            case MOBILE -> profile.mobile();
            case LANGUAGE -> profile.language();
            case CUSTOMER_GROUP -> profile.customerGroup();
        };
    }
}
