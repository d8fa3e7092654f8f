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

    /**
     * Best matches first; empty if only one word was typed.
     *
     * @param unknown the words that are left out, since no customer has them
     */
    public static List<Level> of(SearchQuery query, UnknownWords unknown) {
        List<Set<String>> words = query.words().stream()
                .filter(word -> word.stream().anyMatch(term -> term.length() >= SHORTEST_WORD))
                .toList();
        List<Set<String>> known = words.stream()
                .filter(word -> !unknown.words().contains(word))
                .limit(MOST_WORDS)
                .toList();
        int most = Math.min(Math.min(words.size(), MOST_WORDS), query.words().size() - 1);
        var levels = new ArrayList<Level>();
        String better = unknown.words().isEmpty() ? query.tsquery() : null;
        for (int count = Math.min(known.size(), most); count > 0; count--) {
            String matching = atLeast(count, known);
            HitsQuery hits = better == null
                    ? HitsQuery.of(matching)
                    : new HitsQuery(matching, "(" + matching + ") & !(" + better + ")");
            levels.add(new Level(most - count, hits));
            better = matching;
        }
        return levels;
    }

    /**
     * The query for the customers that match a number of words.
     *
     * @param number how many words less than possible they match
     */
    public record Level(int number, HitsQuery hits) {}

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
