package io.counterpart.contract.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query for customers that match all words if one typing error in each is forgiven, and a phone number if it is
 * written nationally in one place and internationally in the other. The other spellings are looked up in the index that
 * exists: one for similar words would cost every creation.
 *
 * @param spellings the words that were looked up beside the typed ones
 */
public record SimilarQuery(HitsQuery hits, Set<String> spellings) {

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_WORD = 12;
    private static final int MOST_WORDS = 2;
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_COUNTRY_CODE = 3;

    /** Empty: no word is long enough. Typing errors in numbers and emails are not forgiven. */
    public static Optional<SimilarQuery> of(SearchQuery query) {
        Set<String> terms = query.terms();
        Set<String> misspelled = terms.stream()
                .filter(SimilarQuery::mayBeMisspelled)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .collect(Collectors.toSet());
        Set<String> spellings = new LinkedHashSet<>();
        String tsquery = terms.stream()
                .map(term -> {
                    Set<String> others = misspelled.contains(term) ? TypingErrors.of(term) : otherNumbers(term);
                    spellings.addAll(others);
                    return oneOf(term, others);
                })
                .collect(Collectors.joining(" & "));
        return spellings.isEmpty() ? Optional.empty() : Optional.of(new SimilarQuery(HitsQuery.of(tsquery), spellings));
    }

    // Phones are indexed from each of their digits on: 030 901820 and +49 30 901820 have 30901820 in common. Digits
    // that
    // may be the prefix of a national number, or a country code of one to three digits, are left out.
    private static Set<String> otherNumbers(String term) {
        Set<String> others = new LinkedHashSet<>();
        if (term.chars().allMatch(Character::isDigit)) {
            String number = term.replaceFirst("^0+", "");
            int countryCode = number.length() < term.length() ? 0 : 1;
            for (int from = countryCode; from <= LONGEST_COUNTRY_CODE; from++) {
                if (number.length() - from >= SHORTEST_NUMBER) {
                    others.add(number.substring(from));
                }
            }
        }
        return others;
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
                : "(" + beginning
                        + others.stream()
                                .map(other -> " | " + Tsquery.term(other))
                                .collect(Collectors.joining()) + ")";
    }
}
