package io.counterpart.contract.search;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchQueryTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ann  LEE          | 'ann':* & 'lee':*",
                "Zoë               | 'zoe':*",
                "o'brien           | 'obrien':*",
                "smith-jones       | 'smith':* & 'jones':*",
                "Ann@Example.com   | 'ann@example.com':*",
                "+1 (555) 01-00    | '15550100':*",
                "lee 555 0100      | 'lee':* & '5550100':*",
                "C000123           | 'c000123':*",
                "000123            | '000123':*",
            })
    void readsWhatPeopleType(String typed, String expected) {
        String tsquery = SearchQuery.of(typed).tsquery();

        assertThat(tsquery).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ann Lee           | 'ann':* & 'lee':*",
                "C-0000002         | '0000002':*",
                "lee 555 0100      | '5550100':*",
                "ann a@example.com | 'a@example.com':*",
                "lee 555           | 'lee':* & '555':*",
                "ann c000123       | 'c000123':*",
            })
    void picksByNumbersAndEmailsWhereItCan(String typed, String expected) {
        assertThat(SearchQuery.of(typed).picking()).isEqualTo(expected);
        assertThat(SearchQuery.of(typed).exactPicking()).isEqualTo(expected.replace(":*", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "carvalho e filhos | 'carvalho':* & 'filhos':*",
                "j lee             | 'j':* & 'lee':*",
                "j                 | 'j':*",
            })
    void doesNotPickBySingleLettersBesideALongerWord(String typed, String expected) {
        assertThat(SearchQuery.of(typed).picking()).isEqualTo(expected);
    }

    @Test
    void distinguishesPrefixesFromWholeTerms() {
        assertThat(SearchQuery.of("Ann Lee").beginningsTsquery()).isEqualTo("('ann':* & 'lee':*) & !('ann' & 'lee')");
    }

    @Test
    void quotesWhatWouldEndATerm() {
        assertThat(SearchQuery.of("a'b\\@c").tsquery()).isEqualTo("'a''b\\\\@c':*");
    }

    @Test
    void isEmptyWithoutALetterOrADigit() {
        assertThat(SearchQuery.of(" - ( ' ").isEmpty()).isTrue();
    }

    @Property
    void acceptsEveryText(@ForAll String typed) {
        assertThat(SearchQuery.of(typed).terms()).noneMatch(String::isEmpty);
    }
}
