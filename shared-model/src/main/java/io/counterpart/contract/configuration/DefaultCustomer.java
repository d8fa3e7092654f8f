package io.counterpart.contract.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/**
 * The default values of new customers of a channel where the caller provides none. Never an email: it belongs to one
 * person.
 */
public record DefaultCustomer(
        String accountNumber,
        CustomerType type,
        @Nullable String customerGroup,
        @Nullable String currencyCode,
        @Nullable String language,
        @Nullable ReceiptOption receiptOption,
        List<String> affiliations) {}
