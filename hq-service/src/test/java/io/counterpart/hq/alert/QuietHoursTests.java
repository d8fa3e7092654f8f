package io.counterpart.hq.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTests {

    /** 2026-11-20 is a Friday; Berlin is one hour ahead of UTC in November and two in July. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T20:59:00Z, false",
        "2026-11-20T21:00:00Z, true",
        "2026-11-21T04:59:59Z, true",
        "2026-11-21T05:00:00Z, false",
        // The night that begins on Saturday is not quiet, nor is the one that began on Thursday.
        "2026-11-21T21:00:00Z, false",
        "2026-11-22T02:00:00Z, false",
        "2026-11-20T02:00:00Z, false",
        "2026-07-10T20:00:00Z, true",
        "2026-07-10T19:59:00Z, false"
    })
    void aNightBelongsToTheDayOnWhichItBegins(Instant at, boolean quiet) {
        var hours = new QuietHours("22:00", "06:00", List.of(DayOfWeek.FRIDAY));

        assertThat(hours.include(at, ZoneId.of("Europe/Berlin"))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T08:59:00Z, false",
        "2026-11-21T09:00:00Z, true",
        "2026-11-21T17:00:00Z, false",
        "2026-11-20T12:00:00Z, false"
    })
    void aPeriodWithinADay(Instant at, boolean quiet) {
        var hours = new QuietHours("09:00", "17:00", List.of(DayOfWeek.SATURDAY));

        assertThat(hours.include(at, ZoneId.of("UTC"))).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T23:59:00Z, false", "2026-11-21T00:00:00Z, true", "2026-11-21T23:59:00Z, true"})
    void equalTimesAreAWholeDay(Instant at, boolean quiet) {
        var hours = new QuietHours("00:00", "00:00", List.of(DayOfWeek.SATURDAY));

        assertThat(hours.include(at, ZoneId.of("UTC"))).isEqualTo(quiet);
    }
}
