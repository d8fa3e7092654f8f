package io.counterpart.channel.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/**
 * The body of a creation as sent by a till or a storefront: every field may be missing. The hash of an entry must not
 * depend on fields that the till did not know, so that these are absent in JSON instead of null.
 *
 * @param mobile a mobile phone beside the phone
 * @param url the web site, with http or https
 * @param vatNumber the VAT registration number, as entered
 * @param invoiceAccount the account number of the customer that receives the invoices
 * @param optOutPersonalization whether the customer refuses personalized offers
 * @param optOutWebActivityTracking whether the customer refuses to be tracked on web sites
 */
public record CustomerEntry(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mobile,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String vatNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String invoiceAccount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean optOutPersonalization,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean optOutWebActivityTracking,
        @Nullable List<@Nullable AddressEntry> addresses,
        @Nullable List<@Nullable ContactEntry> contacts,
        @Nullable List<@Nullable String> affiliations,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable IdentityEntry externalIdentity) {

    /** An address in a request. */
    public record AddressEntry(
            @Nullable String name,
            @Nullable AddressPurpose purpose,
            @Nullable String street,
            @Nullable String streetNumber,
            @Nullable String buildingComplement,
            @Nullable String postBox,
            @Nullable String district,
            @Nullable String city,
            @Nullable String county,
            @Nullable String state,
            @Nullable String zipCode,
            @Nullable String country,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Boolean primary) {}

    /**
     * A secondary email or phone in a request.
     *
     * @param consentAt when the customer gave or withdrew the consent
     * @param consentSource where, for example a form or a store
     * @param consentText the version of the wording that the customer saw
     */
    public record ContactEntry(
            @Nullable ContactType type,
            @Nullable String value,
            @Nullable Boolean marketingConsent,
            @Nullable Boolean primary,
            @Nullable Instant consentAt,
            @Nullable String consentSource,
            @Nullable String consentText) {}

    /** A storefront's sign-in in a request. */
    public record IdentityEntry(
            @Nullable String issuer, @Nullable String subject) {}
}
