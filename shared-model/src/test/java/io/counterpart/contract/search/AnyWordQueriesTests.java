package io.counterpart.contract.search;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.contract.search.AnyWordQueries.Level;

import static org.assertj.core.api.Assertions.assertThat;

class AnyWordQueriesTests {

    @Test
    void beginsWithThoseThatMatchMostWords() {
        assertThat(queries("ann lee bo", UnknownWords.NONE))
                .containsExactly(
                        new HitsQuery(
                                "'ann':* & 'lee':* | 'ann':* & 'bo':* | 'lee':* & 'bo':*",
                                "('ann':* & 'lee':* | 'ann':* & 'bo':* | 'lee':* & 'bo':*)"
                                        + " & !('ann':* & 'lee':* & 'bo':*)"),
                        new HitsQuery(
                                "'ann':* | 'lee':* | 'bo':*",
                                "('ann':* | 'lee':* | 'bo':*)"
                                        + " & !('ann':* & 'lee':* | 'ann':* & 'bo':* | 'lee':* & 'bo':*)"));
    }

    @Test
    void takesWhatWasTypedInOnePieceAsOneWord() {
        assertThat(queries("smith-jones ann", UnknownWords.NONE))
                .containsExactly(new HitsQuery(
                        "'smith':* & 'jones':* | 'ann':*",
                        "('smith':* & 'jones':* | 'ann':*) & !('smith':* & 'jones':* & 'ann':*)"));
    }

    @Test
    void ignoresSingleLetters() {
        assertThat(queries("ann j", UnknownWords.NONE))
                .containsExactly(new HitsQuery("'ann':*", "('ann':*) & !('ann':* & 'j':*)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "smith-jones", "555 0100", "ann ann", "a b", " "})
    void needsTwoWords(String typed) {
        assertThat(queries(typed, UnknownWords.NONE)).isEmpty();
    }

    @Test
    void isBoundedForManyWords() {
        List<HitsQuery> queries = queries(words(60), UnknownWords.NONE);

        assertThat(queries).hasSize(AnyWordQueries.MOST_WORDS);
        assertThat(queries)
                .allSatisfy(query -> assertThat(query.picking().length()).isLessThan(1000));
    }

    @Test
    void leavesOutUnknownWordsAndKeepsTheNumbersOfTheLevels() {
        var unknown = new UnknownWords(Set.of(Set.of("zzyzx")), false);

        assertThat(AnyWordQueries.of(SearchQuery.of("ann zzyzx bo lee"), unknown))
                .startsWith(
                        new Level(0, HitsQuery.of("'ann':* & 'bo':* & 'lee':*")),
                        new Level(
                                1,
                                new HitsQuery(
                                        "'ann':* & 'bo':* | 'ann':* & 'lee':* | 'bo':* & 'lee':*",
                                        "('ann':* & 'bo':* | 'ann':* & 'lee':* | 'bo':* & 'lee':*)"
                                                + " & !('ann':* & 'bo':* & 'lee':*)")));
        assertThat(AnyWordQueries.of(
                        SearchQuery.of("ann zzyzx yxzzy"),
                        new UnknownWords(Set.of(Set.of("zzyzx"), Set.of("yxzzy")), false)))
                .containsExactly(new Level(1, HitsQuery.of("'ann':*")));
    }

    private static List<HitsQuery> queries(String typed, UnknownWords unknown) {
        return AnyWordQueries.of(SearchQuery.of(typed), unknown).stream()
                .map(Level::hits)
                .toList();
    }

    private static String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(" x").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
        }
        return words.toString();
    }
}
