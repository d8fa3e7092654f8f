package io.counterpart.hq.page;

import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

import io.counterpart.hq.page.PageTexts.TextPart;

import static org.assertj.core.api.Assertions.assertThat;

/** Points in time stay apart within a text, so that a page shows them as the user prefers. */
class PageTextsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final PageTexts texts = DisplayFormatTests.texts();

    @BeforeEach
    void setLocale() {
        LocaleContextHolder.setLocale(Locale.US);
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aTextIsSplitAtItsPointsInTime() {
        assertThat(texts.parts(PageMessage.of("home.warning.overdue.explanation", NOON)))
                .containsExactly(new TextPart("Last run ", null), new TextPart("", NOON), new TextPart(".", null));
    }

    @Test
    void aTextWithoutOneIsItsOnlyPart() {
        assertThat(texts.parts(PageMessage.of("home.warning.overdue.explanation", "never")))
                .containsExactly(new TextPart("Last run never.", null));
        assertThat(texts.parts(PageMessage.literal("a\uE000b"))).containsExactly(new TextPart("a b", null));
    }
}
