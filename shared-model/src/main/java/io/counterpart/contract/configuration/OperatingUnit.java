package io.counterpart.contract.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The operating unit of a channel: its country is the default of new addresses; its currency and language are the
 * defaults where the default customer has none.
 */
public record OperatingUnit(
        String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode,
        String country,
        String currencyCode,
        String language) {}
