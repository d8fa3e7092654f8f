package io.counterpart.messaging.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.KafkaBench;

import static org.assertj.core.api.Assertions.assertThat;

class RelayRefusalIT {

    private final RelayTestBench bench = RelayTestBench.withKeptLog();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void setsAsideWhatIsTooLargeForTheProducerAndPublishesTheOthers() {
        bench.append("one", "x".repeat(1_100_000), "three");

        RelayBatch batch = bench.relay("a").relayOnce();

        assertThat(bench.published()).containsExactly("one", "three");
        assertThat(batch)
                .extracting(it -> it.sent().size(), RelayBatch::refused, RelayBatch::failure)
                .containsExactly(2, 1, null);
        assertThat(bench.waiting()).isZero();
        assertThat(refusals()).singleElement().asString().contains("max.request.size");
        assertThat(bench.relay("a").relayOnce().read())
                .as("a refused row is not tried again")
                .isZero();
    }

    @Test
    void setsAsideWhatIsTooLargeForTheBroker() {
        bench.append("one", "x".repeat(1_100_000), "three");
        try (var producer = KafkaBench.producer(Map.of("max.request.size", 5_000_000))) {
            bench.relay("a", producer).relayOnce();
        }

        assertThat(bench.published()).containsExactlyInAnyOrder("one", "three");
        assertThat(refusals()).hasSize(1);
    }

    @Test
    void setsAsideARowForATopicThatCannotExist() {
        var bad = new LogEntry(UUID.randomUUID(), "no such topic!", "k", 1, "HAPPENED", "1", null, RelayTestBench.NOON);
        bench.transaction.executeWithoutResult(status -> {
            bench.log.append(bad);
            bench.log.append(bench.entries("good"));
        });

        RelayBatch batch = bench.relay("a").relayOnce();

        assertThat(bench.published()).containsExactly("good");
        assertThat(batch.refused()).isEqualTo(1);
    }

    private List<String> refusals() {
        return new ArrayList<>(
                bench.jdbc.queryForList("select refused from kept_log_queue where refused is not null", String.class));
    }
}
