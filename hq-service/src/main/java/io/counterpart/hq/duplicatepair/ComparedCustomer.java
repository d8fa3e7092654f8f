package io.counterpart.hq.duplicatepair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.contract.search.Folding;
import io.counterpart.contract.search.MatchKeys;

/**
 * What the scan compares of a customer.
 *
 * @param zipCodes of its current addresses, one per line; null: none
 */
record ComparedCustomer(
        UUID asyncCustomerId,
        long version,
        CustomerType type,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        boolean blocked,
        @Nullable String zipCodes) {

    /** None if the customer is blocked: the one of two that is not to be used any more needs no decision. */
    List<MatchKey> matchKeys() {
        if (blocked) {
            return List.of();
        }
        MatchKeys values = values();
        var keys = new ArrayList<MatchKey>();
        add(keys, DuplicateReason.EMAIL, values.kind(), values.email());
        add(keys, DuplicateReason.PHONE, values.kind(), values.phone());
        if (!values.name().isEmpty()) {
            postcodes()
                    .forEach(postcode -> add(
                            keys, DuplicateReason.NAME_AND_POSTCODE, values.kind(), values.name() + "\n" + postcode));
        }
        return keys;
    }

    DuplicateScore compare(ComparedCustomer other) {
        boolean samePostcode = !Collections.disjoint(postcodes(), other.postcodes());
        return DuplicateScore.of(values(), other.values(), samePostcode);
    }

    private void add(List<MatchKey> keys, DuplicateReason reason, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(MatchKey.of(asyncCustomerId, reason, kind, value));
        }
    }

    private Set<String> postcodes() {
        Set<String> postcodes = new LinkedHashSet<>();
        if (zipCodes != null) {
            zipCodes.lines().map(Folding::postcode).forEach(postcodes::add);
        }
        postcodes.remove("");
        return postcodes;
    }

    private MatchKeys values() {
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
