package io.counterpart.support.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HourlyCountTests {

    private Instant now = Instant.parse("2026-03-01T12:00:30Z");
    private final HourlyCount count = new HourlyCount(new MovedClock());

    @Test
    void countsWhatHappenedInTheLastHour() {
        count.add();
        pass(Duration.ofMinutes(30));
        count.add();
        count.add();

        assertThat(count.sum()).isEqualTo(3);
    }

    @Test
    void forgetsWhatHappenedEarlier() {
        count.add();
        pass(Duration.ofMinutes(59));
        count.add();
        assertThat(count.sum()).isEqualTo(2);

        pass(Duration.ofMinutes(1));
        assertThat(count.sum()).isEqualTo(1);

        pass(Duration.ofDays(3));
        assertThat(count.sum()).isZero();
    }

    @Test
    void keepsItsCountIfTheClockIsSetBack() {
        count.add();
        pass(Duration.ofMinutes(-5));
        count.add();

        assertThat(count.sum()).isEqualTo(2);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
