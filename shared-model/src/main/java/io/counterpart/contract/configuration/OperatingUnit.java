package io.counterpart.contract.configuration;

import org.jspecify.annotations.Nullable;

/** Where a channel sits: the country gives new addresses theirs; currency and language serve where no default customer does. */
public record OperatingUnit(
        String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode,
        String country,
        String currencyCode,
        String language) {}
