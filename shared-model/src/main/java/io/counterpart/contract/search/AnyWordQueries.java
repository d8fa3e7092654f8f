package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries for customers that match some of the typed words but not all: first those that match all but one, then
 * those that match all but two, and so on.
 */
public final class AnyWordQueries {

    /** Bounds the combinations of words. */
    public static final int MOST_WORDS = 5;

    // Nearly every customer has a term that begins with a given letter.
    private static final int SHORTEST_WORD = 2;

    private AnyWordQueries() {}

    /** Best matches first; empty if only one word was typed. */
    public static List<HitsQuery> of(SearchQuery query) {
        List<Set<String>> words = query.words().stream()
                .filter(word -> word.stream().anyMatch(term -> term.length() >= SHORTEST_WORD))
                .limit(MOST_WORDS)
                .toList();
        var queries = new ArrayList<HitsQuery>();
        String better = query.tsquery();
        for (int count = Math.min(words.size(), query.words().size() - 1); count > 0; count--) {
            String matching = atLeast(count, words);
            queries.add(new HitsQuery(matching, "(" + matching + ") & !(" + better + ")"));
            better = matching;
        }
        return queries;
    }

    // The bits of a number choose the words of a combination.
    private static String atLeast(int count, List<Set<String>> words) {
        return IntStream.range(1, 1 << words.size())
                .filter(chosen -> Integer.bitCount(chosen) == count)
                .mapToObj(chosen -> IntStream.range(0, words.size())
                        .filter(word -> (chosen & (1 << word)) != 0)
                        .mapToObj(word -> Tsquery.beginnings(words.get(word)))
                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" | "));
    }
}
