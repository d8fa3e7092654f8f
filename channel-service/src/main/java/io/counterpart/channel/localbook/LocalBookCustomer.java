package io.counterpart.channel.localbook;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.SyncStatus;

/**
 * What a till needs to find and show a customer while it is offline.
 *
 * @param accountNumber null: HQ has not assigned it yet
 * @param email the primary one, as {@code phone}
 * @param furtherEmails secondary ones
 * @param furtherPhones secondary ones and the mobile phone
 * @param address the primary one
 * @param loyaltyCards the numbers of the cards that were issued through this channel database
 * @param version the number in the ETag of the customer
 */
record LocalBookCustomer(
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        SyncStatus syncStatus,
        CustomerType type,
        @Nullable String title,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        List<String> furtherEmails,
        List<String> furtherPhones,
        @Nullable ShortAddress address,
        List<String> loyaltyCards,
        boolean blocked,
        long version) {

    /** The parts of an address that tell two customers of one name apart. */
    record ShortAddress(
            UUID id,
            @Nullable String street,
            @Nullable String streetNumber,
            @Nullable String zipCode,
            @Nullable String city,
            @Nullable String state,
            @Nullable String country) {}
}
