package io.counterpart.hq.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it. */
@TestConfiguration(proxyBeanMethods = false)
class MovableClock {

    private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Bean
    @Primary
    Clock movableClockOfTheTest() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Instant now() {
        return now;
    }

    void set(String at) {
        now = Instant.parse(at);
    }

    void advance(Duration span) {
        now = now.plus(span);
    }
}
