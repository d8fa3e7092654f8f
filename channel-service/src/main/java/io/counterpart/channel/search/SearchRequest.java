package io.counterpart.channel.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.SearchCriteria;

/**
 * The body of a search: a text, criteria, or both.
 *
 * @param query words of the name in any order, digits of a phone, an email, an account number or an id
 * @param partial whether to find customers that match partially if no customer matches; null: no
 */
record SearchRequest(
        @Nullable String query,
        @Nullable SearchCriteria criteria,
        @Nullable SearchScope scope,
        @Nullable Boolean partial,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** The scope of a search. */
    enum SearchScope {
        /** This channel database. */
        @JsonProperty("channel")
        CHANNEL,
        /** HQ as well. */
        @JsonProperty("all")
        ALL
    }
}
