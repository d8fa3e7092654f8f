package io.counterpart.contract.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query for customers that match all words if one typing error in each is forgiven. The misspelled words are looked
 * up in the index that exists: one for similar words would cost every creation.
 *
 * @param spellings the words that were looked up beside the typed ones
 */
public record SimilarQuery(HitsQuery hits, Set<String> spellings) {

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_WORD = 12;
    private static final int MOST_WORDS = 2;

    /** Empty: no word is long enough. Typing errors in numbers and emails are not forgiven. */
    public static Optional<SimilarQuery> of(SearchQuery query) {
        Set<String> terms = query.terms();
        Set<String> misspelled = terms.stream()
                .filter(SimilarQuery::mayBeMisspelled)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .collect(Collectors.toSet());
        if (misspelled.isEmpty()) {
            return Optional.empty();
        }
        Set<String> spellings = new LinkedHashSet<>();
        String tsquery = terms.stream()
                .map(term -> {
                    Set<String> others = misspelled.contains(term) ? TypingErrors.of(term) : Set.of();
                    spellings.addAll(others);
                    return oneOf(term, others);
                })
                .collect(Collectors.joining(" & "));
        return Optional.of(new SimilarQuery(HitsQuery.of(tsquery), spellings));
    }

    private static boolean mayBeMisspelled(String term) {
        return term.length() >= SHORTEST_WORD
                && term.length() <= LONGEST_WORD
                && term.chars().allMatch(Character::isLetter);
    }

    private static String oneOf(String term, Set<String> others) {
        String beginning = Tsquery.beginning(term);
        return others.isEmpty()
                ? beginning
                : "(" + beginning + others.stream().map(other -> " | " + Tsquery.term(other)).collect(Collectors.joining())
                        + ")";
    }
}
