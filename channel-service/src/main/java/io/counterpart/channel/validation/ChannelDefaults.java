package io.counterpart.channel.validation;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.contract.configuration.OperatingUnit;

/** The default values of a channel for missing fields: from its default customer, otherwise from its operating unit. */
record ChannelDefaults(Optional<DefaultCustomer> customer, Optional<OperatingUnit> unit) {

    static ChannelDefaults of(Optional<ChannelConfiguration> channel) {
        return new ChannelDefaults(
                channel.map(ChannelConfiguration::defaultCustomer), channel.map(ChannelConfiguration::operatingUnit));
    }

    CustomerType type() {
        return customer.map(DefaultCustomer::type).orElse(CustomerType.PERSON);
    }

    @Nullable String customerGroup() {
        return customer.map(DefaultCustomer::customerGroup).orElse(null);
    }

    @Nullable String currencyCode() {
        return customer.map(DefaultCustomer::currencyCode)
                .or(() -> unit.map(OperatingUnit::currencyCode))
                .orElse(null);
    }

    @Nullable String language() {
        return customer.map(DefaultCustomer::language)
                .or(() -> unit.map(OperatingUnit::language))
                .orElse(null);
    }

    @Nullable ReceiptOption receiptOption() {
        return customer.map(DefaultCustomer::receiptOption).orElse(null);
    }

    List<String> affiliations() {
        return customer.map(DefaultCustomer::affiliations).orElse(List.of());
    }

    @Nullable String country() {
        return unit.map(OperatingUnit::country).orElse(null);
    }
}
