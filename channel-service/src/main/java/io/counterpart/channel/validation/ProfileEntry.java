package io.counterpart.channel.validation;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/**
 * The fields of a profile in the body of an edit.
 *
 * @param mobile a mobile phone beside the phone
 * @param url the web site, with http or https
 * @param vatNumber the VAT registration number, as entered
 * @param invoiceAccount the account number of the customer that receives the invoices
 * @param optOutPersonalization whether the customer refuses personalized offers
 * @param optOutWebActivityTracking whether the customer refuses to be tracked on web sites
 */
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
        @Nullable String receiptEmail,
        @Nullable String mobile,
        @Nullable String url,
        @Nullable String vatNumber,
        @Nullable String invoiceAccount,
        @Nullable Boolean optOutPersonalization,
        @Nullable Boolean optOutWebActivityTracking) {}
