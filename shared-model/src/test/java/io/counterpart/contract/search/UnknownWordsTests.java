package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownWordsTests {

    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void areThoseThatNobodyHas() {
        UnknownWords unknown = lookUp("harvey zzyzxqua", "'harvey':*");

        assertThat(unknown).isEqualTo(new UnknownWords(Set.of(Set.of("zzyzxqua")), false));
    }

    @Test
    void mayBeMisspelled() {
        UnknownWords unknown = lookUp("pedor rodriguez", "'rodriguez':*", " | 'pedro'");

        assertThat(unknown).isEqualTo(new UnknownWords(Set.of(Set.of("pedor")), true));
    }

    @Test
    void areNotMisspelledIfAnyOfThemIsNot() {
        assertThat(lookUp("pedor zzyzxqua", " | 'pedro'").misspelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harvey", "ann lee bo", "zzyzxqua", " "})
    void areNotLookedUpForOneWordAndForShortWords(String typed) {
        UnknownWords unknown = lookUp(typed);

        assertThat(unknown.words()).isEmpty();
        assertThat(unknown.misspelled()).isTrue();
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void areTheLongestOfManyWords() {
        lookUp("aaaaa bbbbbbbb cccccc dddddddd eeeeeee", ":*");

        assertThat(lookedUp).containsExactly("'bbbbbbbb':*", "'dddddddd':*", "'eeeeeee':*");
    }

    private UnknownWords lookUp(String typed, String... existing) {
        return UnknownWords.of(SearchQuery.of(typed), hits -> {
            lookedUp.add(hits.picking());
            return List.of(existing).stream().anyMatch(hits.picking()::contains);
        });
    }
}
