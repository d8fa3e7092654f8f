package io.counterpart.contract.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnyWordQueriesTests {

    @Test
    void beginsWithThoseThatMatchMostWords() {
        assertThat(AnyWordQueries.of(SearchQuery.of("ann lee bo")))
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
        assertThat(AnyWordQueries.of(SearchQuery.of("smith-jones ann")))
                .containsExactly(new HitsQuery(
                        "'smith':* & 'jones':* | 'ann':*",
                        "('smith':* & 'jones':* | 'ann':*) & !('smith':* & 'jones':* & 'ann':*)"));
    }

    @Test
    void ignoresSingleLetters() {
        assertThat(AnyWordQueries.of(SearchQuery.of("ann j")))
                .containsExactly(new HitsQuery("'ann':*", "('ann':*) & !('ann':* & 'j':*)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "smith-jones", "555 0100", "ann ann", "a b", " "})
    void needsTwoWords(String typed) {
        assertThat(AnyWordQueries.of(SearchQuery.of(typed))).isEmpty();
    }

    @Test
    void isBoundedForManyWords() {
        var queries = AnyWordQueries.of(SearchQuery.of(words(60)));

        assertThat(queries).hasSize(AnyWordQueries.MOST_WORDS);
        assertThat(queries)
                .allSatisfy(query -> assertThat(query.picking().length()).isLessThan(1000));
    }

    private static String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(" x").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
        }
        return words.toString();
    }
}
