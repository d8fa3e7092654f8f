package io.counterpart.channel.event;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class EventPropertiesTests {

    @Test
    void retainsEventsForADayByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new EventProperties(
                        Duration.ofDays(1),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(15),
                        500));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "counterpart.events.kept", "2h",
                        "counterpart.events.poll", "1s",
                        "counterpart.events.heartbeat", "5s",
                        "counterpart.events.patience", "6s",
                        "counterpart.events.lifetime", "7m",
                        "counterpart.events.listeners", "8")))
                .isEqualTo(new EventProperties(
                        Duration.ofHours(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofMinutes(7),
                        8));
    }

    private static EventProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("counterpart.events", EventProperties.class);
    }
}
