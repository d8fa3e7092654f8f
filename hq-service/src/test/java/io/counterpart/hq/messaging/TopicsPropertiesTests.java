package io.counterpart.hq.messaging;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.testing.PropertiesBinder;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new TopicsProperties(
                        6,
                        (short) 1,
                        Duration.ofSeconds(2),
                        Duration.ofDays(30),
                        Duration.ofDays(7),
                        Duration.ofSeconds(30)));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "hq.topics.partitions", "12",
                        "hq.topics.replicas", "3",
                        "hq.topics.retry-interval", "1s",
                        "hq.topics.operation-retention", "7d",
                        "hq.topics.compaction-within", "1h",
                        "hq.topics.watch-interval", "5s")))
                .isEqualTo(new TopicsProperties(
                        12,
                        (short) 3,
                        Duration.ofSeconds(1),
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5)));
    }

    private static TopicsProperties bind(Map<String, String> properties) {
        return PropertiesBinder.bind("hq.topics", TopicsProperties.class, properties);
    }
}
