package io.counterpart.messaging.log;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.KafkaBench;

import static org.assertj.core.api.Assertions.assertThat;

class RelayFaultIT {

    private final RelayTestBench bench = RelayTestBench.withKeptLog();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void keepsEverythingWhileKafkaIsAwayAndPublishesItInOrderAfterwards() {
        bench.append("one", "two", "three");
        try (var away = KafkaBench.producer(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100))) {
            RelayBatch batch = bench.relay("a", away).relayOnce();
            assertThat(batch)
                    .extracting(it -> it.sent().size(), RelayBatch::refused)
                    .containsExactly(0, 0);
            assertThat(batch.failure()).isNotNull();
        }
        assertThat(bench.waiting()).isEqualTo(3);

        bench.relay("a").relayOnce();

        assertThat(bench.published()).containsExactly("one", "two", "three");
    }

    /** Each send blocks while Kafka is unavailable: a batch of two thousand rows would take hours to fail. */
    @Test
    void givesUpABatchAfterItsTimeAndNotAfterThatOfEveryRow() {
        String[] rows = new String[100];
        Arrays.fill(rows, "row");
        bench.append(rows);
        var settings = new RelaySettings(
                "test-relay", "/tests", "a", 100, Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofMillis(400));
        try (var away = KafkaBench.producer(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 300))) {
            RelayBatch batch = bench.relay(away, settings).relayOnce();

            assertThat(batch.failure()).isNotNull();
            assertThat(Duration.between(batch.startedAt(), batch.finishedAt())).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(bench.waiting()).isEqualTo(100);
    }
}
