package io.counterpart.till;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.configuration.TillSection;

import static org.assertj.core.api.Assertions.assertThat;

/** The card has the sections that a functionality profile can hide. */
class CardSectionsTests {

    private static final Pattern SECTION = Pattern.compile("\\['([A-Z_]+)', [a-z]+]");

    @Test
    void theSectionsOfTheCardAreThoseOfTheContract() {
        String card = TillFiles.read(TillFiles.ROOT.resolve("app/views/card-sections.js"));

        List<String> sections =
                SECTION.matcher(card).results().map(it -> it.group(1)).toList();

        assertThat(sections)
                .containsExactlyElementsOf(
                        Stream.of(TillSection.values()).map(Enum::name).toList());
    }
}
