package io.counterpart.contract.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimilarQueryTests {

    @ParameterizedTest
    @CsvSource({
        "smiht, smith",
        "smithh, smith",
        "smth, smith",
        "smitj, smith",
        "smoth, smith",
        "philip, phillip",
        "maier, meier",
        "schmitt, schmidt",
        "klark, clark",
        "tomas, thomas",
        "петорв, петров",
    })
    void knowsUsualTypingErrors(String typed, String meant) {
        assertThat(TypingErrors.of(typed)).contains(meant).doesNotContain(typed);
    }

    @Test
    void forgivesErrorsInTheLongestWordsOnly() {
        SimilarQuery query =
                SimilarQuery.of(SearchQuery.of("ann smiht albrcht")).orElseThrow();

        assertThat(query.hits().terms())
                .startsWith("'ann':* & ('smiht':* | ")
                .contains(" | 'smith'", ") & ('albrcht':* | ", " | 'albrecht'");
        assertThat(query.hits().picking()).isEqualTo(query.hits().terms());
        assertThat(query.spellings()).contains("smith", "albrecht").doesNotContain("an");
    }

    @ParameterizedTest
    @CsvSource({
        "030 901 8202, 309018202",
        "+49 30 9018202, 309018202",
        "0049 30 9018202, 309018202",
        "+1 555 010 0199, 5550100199",
        "+358 9 1234567, 91234567",
    })
    void knowsNationalAndInternationalNumbers(String typed, String common) {
        assertThat(SimilarQuery.of(SearchQuery.of(typed)).orElseThrow().spellings())
                .contains(common)
                .hasSizeLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "smith1", "ann@example.com", "555 0100", "abcdefghijklm", "山田太郎𠮷", " "})
    void forgivesNoErrorsInShortWordsNumbersAndEmails(String typed) {
        assertThat(SimilarQuery.of(SearchQuery.of(typed))).isEmpty();
    }

    @Test
    void isBounded() {
        var queries = List.of("abcdefghijkl mnopqrstuvwx yzabcdefghij", "smith");

        assertThat(queries)
                .allSatisfy(typed -> assertThat(SimilarQuery.of(SearchQuery.of(typed))
                                .orElseThrow()
                                .spellings()
                                .size())
                        .isLessThan(400));
    }
}
