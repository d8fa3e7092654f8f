package io.counterpart.channel.entry;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/** The fields of a profile in the body of an edit. */
public record ProfileEntry(
        @Nullable CustomerType type,
        @Nullable String title,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String currencyCode,
        @Nullable String customerGroup,
        @Nullable ReceiptOption receiptOption,
        @Nullable String receiptEmail) {}
