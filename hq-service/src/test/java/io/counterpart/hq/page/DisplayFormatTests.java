package io.counterpart.hq.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import io.counterpart.hq.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

class DisplayFormatTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final DisplayFormat format = new DisplayFormat(Clock.fixed(NOON, ZoneOffset.UTC), texts());

    static PageTexts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PageTexts(messages, new Sentences());
    }

    @BeforeEach
    void setLocale() {
        LocaleContextHolder.setLocale(Locale.US);
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, < 1 ms",
        "PT0.0004S, < 1 ms",
        "PT-0.2S, < 1 ms",
        "PT0.001S, 1 ms",
        "PT0.21S, 210 ms",
        "PT1S, 1 s",
        "PT7M, 7 min",
        "PT5H27M, 5 h 27 min"
    })
    void noDurationIsZero(String span, String text) {
        assertThat(format.span(Duration.parse(span))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, < 0.1 s", "0.04, < 0.1 s", "0.4, 0.4 s", "75, 1 min 15 s"})
    void aLatencyThatIsRoundedToZeroIsBelowATenth(double seconds, String text) {
        assertThat(format.seconds(seconds)).isEqualTo(text);
    }

    @Test
    void aRunThatStartedAndFinishedInOneInstantHasADuration() {
        assertThat(format.between(NOON, NOON)).isEqualTo("< 1 ms");
        assertThat(format.between(NOON, null)).isEqualTo("–");
    }
}
