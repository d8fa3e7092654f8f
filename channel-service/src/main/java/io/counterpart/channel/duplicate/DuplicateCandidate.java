package io.counterpart.channel.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.search.MatchKeys;

/**
 * A stored customer that shares search terms with the entered one.
 *
 * @param samePostcode whether one of its addresses has a postal code of the entered one
 */
record DuplicateCandidate(
        UUID asyncCustomerId,
        CustomerType type,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        boolean samePostcode) {

    MatchKeys keys() {
        return MatchKeys.of(
                new CustomerProfile(
                        type,
                        null,
                        firstName,
                        middleName,
                        lastName,
                        organizationName,
                        email,
                        phone,
                        null,
                        null,
                        null,
                        null,
                        null),
                null);
    }
}
