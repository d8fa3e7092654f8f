package io.counterpart.messaging.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.KafkaBench;
import io.counterpart.messaging.RecordSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sweep is one hour in all tests: records are published only because the relay was signaled. */
class RelayLoopIT {

    private final RelayTestBench bench = RelayTestBench.withKeptLog();
    private final List<RelayBatch> batches = new CopyOnWriteArrayList<>();
    private @Nullable RelayLoop loop;

    @AfterEach
    void close() {
        if (loop != null) {
            loop.stop();
        }
        bench.close();
    }

    @Test
    void publishesAtOnceAfterACommit() {
        start(bench.relay("a"), () -> false);
        bench.append("first");
        await().until(() -> bench.waiting() == 0);

        bench.append("second");
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(2)).until(() -> bench.waiting() == 0);

        assertThat(bench.published()).containsExactly("first", "second");
        await().untilAsserted(() ->
                assertThat(batches).extracting(batch -> batch.sent().size()).containsExactly(1, 1));
    }

    @Test
    void publishesWhatWaitedBeforeItStarted() {
        bench.append("early");

        start(bench.relay("a"), () -> false);

        await().until(() -> bench.waiting() == 0);
    }

    @Test
    void publishesABacklogOfManyBatchesWithoutBeingWokenAgain() {
        String[] backlog = IntStream.range(0, 350).mapToObj(Integer::toString).toArray(String[]::new);
        bench.append(backlog);

        start(bench.relay("a"), () -> false);

        await().until(() -> bench.waiting() == 0);
        assertThat(bench.published()).containsExactly(backlog);
        await().untilAsserted(
                        () -> assertThat(batches).extracting(RelayBatch::read).containsExactly(100, 100, 100, 50));
    }

    @Test
    void publishesNothingWhileHeld() {
        var held = new AtomicBoolean(true);
        var asked = new AtomicInteger();
        start(bench.relay("a"), () -> {
            asked.incrementAndGet();
            return held.get();
        });
        bench.append("one");
        bench.append("two");
        await().until(() -> asked.get() > 1);
        assertThat(bench.published()).isEmpty();

        held.set(false);
        loop().trigger();

        await().until(() -> bench.waiting() == 0);
        assertThat(bench.published()).containsExactly("one", "two");
    }

    @Test
    void manyCommitsWhileHeldAreOneWakeUpAndNotASpin() {
        var asked = new AtomicInteger();
        var entered = new AtomicBoolean();
        start(bench.relay("a"), () -> {
            asked.incrementAndGet();
            // The loop blocks here until all signals are given: they must not be processed one by one.
            await().until(() -> entered.get());
            return true;
        });
        await().until(() -> asked.get() == 1);
        for (int i = 0; i < 1000; i++) {
            loop().trigger();
        }
        entered.set(true);

        await().during(Duration.ofMillis(300)).until(() -> asked.get() <= 2);
    }

    @Test
    void goesOnByItselfWhenKafkaIsBack() {
        try (var away = KafkaBench.producer(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100))) {
            var kafka = new AtomicReference<Producer<String, byte[]>>(away);
            start(bench.relay("a", new RecordSender(kafka::get)), () -> false);
            bench.append("one", "two");
            await().until(() -> batches.size() >= 2);
            assertThat(batches).allSatisfy(batch -> assertThat(batch.failure()).isNotNull());
            assertThat(bench.waiting()).isEqualTo(2);

            kafka.set(KafkaBench.producer());

            await().until(() -> bench.waiting() == 0);
            assertThat(bench.published()).containsExactly("one", "two");
        }
    }

    @Test
    void aBusyLogDoesNotHammerAKafkaThatIsAway() {
        try (var away = KafkaBench.producer(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 1))) {
            start(bench.relay("a", away), () -> false);
            bench.append("one");
            await().until(() -> batches.size() == 1);

            await().during(Duration.ofMillis(500)).until(() -> {
                loop().trigger();
                return batches.size() <= 4;
            });
        }
    }

    @Test
    void letsGoOfItsLeaseWhenItStops() {
        start(bench.relay("a"), () -> false);
        bench.append("one");
        await().until(() -> bench.waiting() == 0);

        loop().stop();
        bench.append("two");

        assertThat(loop().isRunning()).isFalse();
        assertThat(bench.relay("b").relayOnce().sent()).hasSize(1);
    }

    private void start(Relay relay, BooleanSupplier held) {
        loop = new RelayLoop(relay, bench.log, held, batches::add);
        loop.start();
    }

    private RelayLoop loop() {
        return Objects.requireNonNull(loop);
    }
}
