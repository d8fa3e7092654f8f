package io.counterpart.contract.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/** What new customers of a channel take over where the caller says nothing. Never an email: it is somebody's. */
public record DefaultCustomer(
        String accountNumber,
        CustomerType type,
        @Nullable String customerGroup,
        @Nullable String currencyCode,
        @Nullable String language,
        @Nullable ReceiptOption receiptOption,
        List<String> affiliations) {}
