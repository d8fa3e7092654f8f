package io.counterpart.channel.entry;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/** The body of a creation as sent by a till or a storefront: every field may be missing. */
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

    /** A secondary email or phone in a request. */
    public record ContactEntry(
            @Nullable ContactType type,
            @Nullable String value,
            @Nullable Boolean marketingConsent,
            @Nullable Boolean primary) {}

    /** A storefront's sign-in in a request. */
    public record IdentityEntry(
            @Nullable String issuer, @Nullable String subject) {}
}
