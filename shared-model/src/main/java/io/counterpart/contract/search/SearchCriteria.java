package io.counterpart.contract.search;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Values that a customer has to have, each in its own field; those that are given have to match all. Blank ones count as
 * missing.
 *
 * @param name words of the name or their beginnings, in any order
 * @param email an email or its beginning, the primary or a secondary one
 * @param phone the beginning of a phone number, with or without its country and area code
 * @param accountNumber complete
 * @param loyaltyCard the complete number of a loyalty card
 * @param postcode the complete postal code of an address; it only selects among the customers that the other criteria find
 */
public record SearchCriteria(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String accountNumber,
        @Nullable String loyaltyCard,
        @Nullable String postcode) {

    public SearchCriteria {
        name = tidy(name);
        email = tidy(email);
        phone = tidy(phone);
        accountNumber = tidy(accountNumber);
        loyaltyCard = tidy(loyaltyCard);
        postcode = tidy(postcode);
    }

    /** The length of the longest value; 0: there is none. */
    @JsonIgnore
    public int longest() {
        return Stream.of(name, email, phone, accountNumber, loyaltyCard, postcode)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static @Nullable String tidy(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
