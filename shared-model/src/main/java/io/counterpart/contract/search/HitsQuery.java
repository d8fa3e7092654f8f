package io.counterpart.contract.search;

/**
 * The {@code tsquery} expressions of a search by {@link NewestHitsQuery}.
 *
 * @param picking what the index of terms is asked for
 * @param terms what customers have to match
 */
public record HitsQuery(String picking, String terms) {

    static HitsQuery of(String terms) {
        return new HitsQuery(terms, terms);
    }
}
