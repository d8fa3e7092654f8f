package io.counterpart.hq.synchronization;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.testing.PropertiesBinder;

import static org.assertj.core.api.Assertions.assertThat;

class SynchronizationPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new SynchronizationProperties(
                        true,
                        500,
                        true,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10)));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "hq.synchronization.enabled", "false",
                        "hq.synchronization.batch-size", "50",
                        "hq.synchronization.while-staging", "false",
                        "hq.synchronization.tell-pending-after", "2s",
                        "hq.synchronization.tell-pending-while-draining", "3s",
                        "hq.synchronization.configuration-pause", "4s",
                        "hq.synchronization.longest-pause", "5s")))
                .isEqualTo(new SynchronizationProperties(
                        false,
                        50,
                        false,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5)));
    }

    private static SynchronizationProperties bind(Map<String, String> properties) {
        return PropertiesBinder.bind("hq.synchronization", SynchronizationProperties.class, properties);
    }
}
