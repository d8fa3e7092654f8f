package io.counterpart.hq.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecurrenceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT1S | every second",
                "PT15M | every 15 minutes",
                "PT1H30M | every 1 hour and 30 minutes",
                "P1D | every day",
                "PT0.5S | every 500 milliseconds",
                "* * * * * | every minute",
                "*/15 * * * * | every 15 minutes",
                "0 * * * * | every hour on the hour",
                "5 * * * * | every hour at minute 5",
                "0 2 * * * | at 02:00",
                "30 6,18 * * * | at 06:30 and 18:30",
                "0 2 * * 1 | at 02:00 on Monday",
                "0 2 * * MON-FRI | at 02:00 on Monday to Friday",
                "0 3 1 * * | at 03:00 on day 1 of the month",
                "0 3 L * * | at 03:00 on the last day of the month",
                "0 3 1 1,7 * | at 03:00 on day 1 of the month in January and July",
                "*/10 8-18 * * 1-5 | every 10 minutes from 08:00 to 18:59 on Monday to Friday",
                "0 */4 * * * | every 4 hours",
                "*/5 */2 * * 0 | every 5 minutes in every 2nd hour on Sunday",
            })
    void describesARecurrenceInPlainLanguage(String text, String words) {
        assertThat(Recurrence.parse(text).description()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT1S | jede Sekunde",
                "PT1H30M | alle 1 Stunde und 30 Minuten",
                "*/15 * * * * | alle 15 Minuten",
                "30 6,18 * * * | um 06:30 und 18:30 Uhr",
                "0 2 * * MON-FRI | um 02:00 Uhr (Montag bis Freitag)",
                "0 3 1 1,7 * | um 03:00 Uhr an Tag 1 des Monats im Januar und Juli",
                "*/5 */2 * * 0 | alle 5 Minuten in jeder 2. Stunde (Sonntag)",
            })
    void describesARecurrenceInTheLanguageOfThePage(String text, String words) {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        try {
            assertThat(Recurrence.parse(text).description()).isEqualTo(words);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void showsTheNextTimesOfACalendarInUtc() {
        var times = Recurrence.parse("30 6 * * MON").preview(Instant.parse("2026-11-22T00:00:00Z"), 2);

        assertThat(times).containsExactly(Instant.parse("2026-11-23T06:30:00Z"), Instant.parse("2026-11-30T06:30:00Z"));
    }

    @Test
    void comesAgainAfterThePause() {
        var now = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(Recurrence.parse("PT5S").next(now)).isEqualTo(now.plusSeconds(5));
        assertThat(Recurrence.parse("0 1 * * *").pauseAt(now)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "PT0S",
                "-PT5S",
                "PT",
                "P2000D",
                "* * * *",
                "60 * * * *",
                "* * * * * *",
                "0 0 31 2 *",
                "0 25 * * *",
                "a b c d e"
            })
    void refusesWhatIsNeitherAPauseNorACalendar(String text) {
        assertThatThrownBy(() -> Recurrence.parse(text)).isInstanceOf(InvalidRecurrenceException.class);
    }
}
