package io.counterpart.messaging.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.KafkaBench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RelayLeaseIT {

    private final RelayTestBench bench = RelayTestBench.withKeptLog();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneOwnerAtATimePublishes() {
        bench.append("one");
        assertThat(bench.relay("a").relayOnce().read()).isEqualTo(1);
        bench.append("two");

        assertThat(bench.relay("b").relayOnce().read()).isZero();
        assertThat(bench.relay("a").relayOnce().read()).isEqualTo(1);
    }

    @Test
    void anotherOwnerTakesOverAtOnceWhenTheFirstLetsGo() {
        bench.append("one");
        Relay first = bench.relay("a");
        first.relayOnce();
        first.releaseLease();
        bench.append("two");

        assertThat(bench.relay("b").relayOnce().sent()).hasSize(1);
    }

    /** A process is paused between reading and marking for longer than its lease. */
    @Test
    void anOwnerThatWasPausedMarksNothingOnceItsLeaseWentToAnother() {
        bench.append("one", "two");
        Relay successor = bench.relay("b");
        var pausing = FaultyProducers.pausingAfterTheFirstRecord(KafkaBench.producer(), () -> {
            expireLease();
            bench.append("three");
            successor.relayOnce();
        });

        RelayBatch late = bench.relay("a", pausing).relayOnce();

        assertThat(late.sent()).isEmpty();
        assertThat(late.failure()).contains("went to another owner");
        assertThat(bench.published())
                .as("at least once: the successor publishes again what was not marked")
                .containsExactly("one", "one", "two", "three", "two");
        assertThat(bench.waiting()).isZero();
    }

    /** On a compacted topic an older record would remain the last of its key. */
    @Test
    void anOwnerThatWasOvertakenSaysWhatItPublishedLateSoThatItIsSaidOnceMore() {
        bench.append("one", "two");
        Relay successor = bench.relay("b");
        var pausing = FaultyProducers.pausingAfterTheFirstRecord(KafkaBench.producer(), () -> {
            expireLease();
            bench.append("newest");
            successor.relayOnce();
        });
        var notified = new ArrayList<Set<LogKey>>();
        Relay paused = bench.relay("a", pausing, keys -> {
            notified.add(keys);
            bench.append("newest");
        });

        paused.relayOnce();
        assertThat(bench.published()).endsWith("newest", "two");
        paused.relayOnce();
        paused.relayOnce();
        successor.relayOnce();

        assertThat(notified).containsExactly(Set.of(new LogKey(bench.topic, "one")));
        assertThat(bench.published()).endsWith("two", "newest");
    }

    @Test
    void theFenceRejectsAMarkOfAFormerOwnershipOfTheSameOwner() {
        bench.append("one");
        var repository = new RelayRepository(bench.jdbc, bench.transaction, bench.table, RelayTestBench.settings("a"));
        var other = new RelayRepository(bench.jdbc, bench.transaction, bench.table, RelayTestBench.settings("b"));
        long former = repository.acquireLease(Duration.ofSeconds(5));
        var read = repository.pending().stream().map(LogRecord::counter).toList();
        expireLease();
        other.acquireLease(Duration.ofSeconds(5));
        expireLease();
        long now = repository.acquireLease(Duration.ofSeconds(5));

        assertThat(repository.markSent(former, read)).isZero();
        assertThat(bench.waiting()).isEqualTo(1);
        assertThat(repository.markSent(now, read)).isEqualTo(1);
    }

    /**
     * Without the renewal, two instances would alternate indefinitely on a slow Kafka, and neither would ever mark a
     * row.
     */
    @Test
    void keepsItsLeaseWhileKafkaIsSlowerThanTheLease() {
        bench.append("one");
        var settings = new RelaySettings(
                "test-relay", "/tests", "a", 100, Duration.ofHours(1), Duration.ofMillis(300), Duration.ofSeconds(20));
        var acknowledge = new CompletableFuture<Boolean>();
        Relay first = bench.relay(FaultyProducers.holdingBack(KafkaBench.producer(), acknowledge), settings);
        Relay second = bench.relay("b");

        var running = CompletableFuture.supplyAsync(first::relayOnce);
        await().until(() -> bench.published().size() == 1);
        // For almost three lease durations the second owner requests the lease and never gets it.
        await().during(Duration.ofMillis(800)).until(() -> second.relayOnce().read() == 0);
        acknowledge.complete(true);

        assertThat(running.orTimeout(10, TimeUnit.SECONDS).join().sent()).hasSize(1);
        assertThat(bench.waiting()).isZero();
        assertThat(bench.published()).containsExactly("one");
    }

    @Test
    void twoRelaysOnOneLogPublishEverythingAndMarkItOnce() {
        String[] texts = IntStream.range(0, 2000).mapToObj(Integer::toString).toArray(String[]::new);
        bench.append(texts);
        Relay a = bench.relay("a");
        Relay b = bench.relay("b");

        // Each owner releases the lease after every batch, so that the ownership changes as often as possible.
        var left = CompletableFuture.runAsync(() -> drain(a, () -> bench.waiting() == 0));
        var right = CompletableFuture.runAsync(() -> drain(b, () -> bench.waiting() == 0));
        CompletableFuture.allOf(left, right).orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(new HashSet<>(bench.published())).isEqualTo(new HashSet<>(Arrays.asList(texts)));
        assertThat(bench.jdbc.queryForObject("select count(*) from kept_log_queue", Long.class))
                .isZero();
    }

    private static void drain(Relay relay, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            relay.relayOnce();
            relay.releaseLease();
        }
    }

    private void expireLease() {
        bench.jdbc.update("update relay_lease set expires_at = clock_timestamp() - interval '1 second'");
    }
}
