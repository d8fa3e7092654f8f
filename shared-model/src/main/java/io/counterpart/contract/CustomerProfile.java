package io.counterpart.contract;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The single-valued fields of a customer.
 *
 * @param language BCP 47, for example {@code en-US}
 * @param currencyCode ISO 4217, for example {@code USD}
 * @param receiptEmail never copied from the default customer
 * @param mobile a mobile phone beside the phone
 * @param url the web site, with http or https
 * @param vatNumber the VAT registration number, as entered
 * @param invoiceAccount the account number of the customer that receives the invoices. Null: this customer
 * @param optOutPersonalization whether the customer refuses personalized offers. Null: not stated
 * @param optOutWebActivityTracking whether the customer refuses to be tracked on web sites. Null: not stated
 */
public record CustomerProfile(
        CustomerType type,
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mobile,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String vatNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String invoiceAccount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean optOutPersonalization,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean optOutWebActivityTracking) {

    /** A profile without the fields that few customers have. */
    public CustomerProfile(
            CustomerType type,
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
            @Nullable String receiptEmail) {
        this(
                type,
                title,
                firstName,
                middleName,
                lastName,
                organizationName,
                email,
                phone,
                language,
                currencyCode,
                customerGroup,
                receiptOption,
                receiptEmail,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static CustomerProfile empty(CustomerType type) {
        return new CustomerProfile(type, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The display name; for a person the first, middle and last name without blank parts. */
    @JsonIgnore
    public String displayName() {
        if (type == CustomerType.ORGANIZATION) {
            return Objects.requireNonNullElse(organizationName, "");
        }
        return Stream.of(firstName, middleName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
