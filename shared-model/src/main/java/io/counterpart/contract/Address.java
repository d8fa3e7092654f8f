package io.counterpart.contract;

import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A postal address of a customer.
 *
 * @param id assigned where the address is entered; the permanent key of the address
 * @param country ISO 3166-1 alpha-3, for example {@code USA}
 * @param primary true for at most one address of a customer
 */
public record Address(
        UUID id,
        @Nullable String name,
        AddressPurpose purpose,
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
        boolean primary) {

    /** Whether nothing was entered but a name, a purpose and the mark of a primary address. */
    public boolean hasNoValue() {
        return Stream.of(
                        street,
                        streetNumber,
                        buildingComplement,
                        postBox,
                        district,
                        city,
                        county,
                        state,
                        zipCode,
                        country,
                        phone,
                        email)
                .allMatch(value -> value == null || value.isBlank());
    }

    /** Returns this address without the mark of a primary one. */
    public Address secondary() {
        return new Address(
                id,
                name,
                purpose,
                street,
                streetNumber,
                buildingComplement,
                postBox,
                district,
                city,
                county,
                state,
                zipCode,
                country,
                phone,
                email,
                false);
    }
}
