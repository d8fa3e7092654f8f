package io.counterpart.channel.realtime;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RealTimePropertiesTests {

    @Test
    void waitsLittleMoreThanASecondByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new RealTimeProperties(
                        Duration.ofMillis(300), Duration.ofMillis(1200), 64, 10, 5, Duration.ofSeconds(2), null));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "counterpart.real-time.connect-timeout", "1s",
                        "counterpart.real-time.timeout", "3s",
                        "counterpart.real-time.calls-at-once", "8",
                        "counterpart.real-time.calls-judged", "20",
                        "counterpart.real-time.open-after", "7",
                        "counterpart.real-time.open-for", "10s",
                        "counterpart.real-time.ssl-bundle", "hq")))
                .isEqualTo(new RealTimeProperties(
                        Duration.ofSeconds(1), Duration.ofSeconds(3), 8, 20, 7, Duration.ofSeconds(10), "hq"));
    }

    private static RealTimeProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("counterpart.real-time", RealTimeProperties.class);
    }
}
