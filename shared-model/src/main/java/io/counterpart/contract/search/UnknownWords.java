package io.counterpart.contract.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a query that no customer has. Looking one up is cheap; looking up the combinations with it is not.
 *
 * @param words words of {@link SearchQuery#words()}
 * @param misspelled whether customers have other spellings of each of them
 */
public record UnknownWords(Set<Set<String>> words, boolean misspelled) {

    /** Nothing was looked up. */
    static final UnknownWords NONE = new UnknownWords(Set.of(), true);

    // Many customers have a term that begins with a shorter word, which takes longer to look up.
    private static final int SHORTEST_WORD = 5;
    private static final int MOST_LOOKUPS = 3;

    /**
     * Looks up the longest words of a query of several words.
     *
     * @param exists whether a customer matches
     */
    public static UnknownWords of(SearchQuery query, Predicate<HitsQuery> exists) {
        if (query.words().size() < 2) {
            return NONE;
        }
        Set<Set<String>> unknown = new LinkedHashSet<>();
        query.words().stream()
                .filter(word -> word.stream().anyMatch(term -> term.length() >= SHORTEST_WORD))
                .sorted(Comparator.comparingInt(UnknownWords::length).reversed())
                .limit(MOST_LOOKUPS)
                .filter(word -> !exists.test(HitsQuery.of(Tsquery.beginnings(word))))
                .forEach(unknown::add);
        return new UnknownWords(
                unknown,
                unknown.stream()
                        .allMatch(word -> SimilarQuery.of(SearchQuery.ofWord(word))
                                .filter(similar -> exists.test(similar.hits()))
                                .isPresent()));
    }

    private static int length(Set<String> word) {
        return word.stream().mapToInt(String::length).max().orElse(0);
    }
}
