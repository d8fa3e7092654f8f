package io.counterpart.hq.duplicatepair;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.counterpart.contract.search.DuplicateReason;

/**
 * A value that a customer may share with others.
 *
 * @param key the hash of the value; customers with the same one are compared by their values
 */
record MatchKey(long key, UUID customer, DuplicateReason reason) {

    /** @param kind person or organization, which are never the same customer */
    static MatchKey of(UUID customer, DuplicateReason reason, String kind, String value) {
        String text = reason + "\n" + kind + "\n" + value;
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return new MatchKey(hash.getMostSignificantBits() ^ hash.getLeastSignificantBits(), customer, reason);
    }
}
