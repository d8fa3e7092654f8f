package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;

import io.counterpart.messaging.KafkaBench;
import io.counterpart.messaging.RecordSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchProcessorIT {

    private static int topics;

    private final String topic =
            "intake-%d-%d".formatted(ProcessHandle.current().pid(), ++topics);
    private final List<Integer> taken = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private int calls;

    BatchProcessorIT() {
        KafkaBench.createTopic(topic + ".dlt");
    }

    @Test
    void putsGarbageOnTheDeadLettersWithTheReasonAndWhereItStood() {
        intake(this::take).accept(records("1", "garbage", "3"));

        assertThat(taken).containsExactly(1, 3);
        assertThat(meters.counter("counterpart.dead.letters", "topic", topic).count())
                .isOne();
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("garbage");
            assertThat(letter.key()).isEqualTo("key");
            assertThat(headers(letter))
                    .containsEntry(DeadLetterPublisher.ORIGINAL_TOPIC, topic)
                    .containsEntry(DeadLetterPublisher.ORIGINAL_PARTITION, "0")
                    .containsEntry(DeadLetterPublisher.ORIGINAL_OFFSET, "1")
                    .containsEntry("traceparent", "00-trace")
                    .hasEntrySatisfying(
                            DeadLetterPublisher.REASON,
                            reason -> assertThat(reason)
                                    .startsWith("Unreadable: ")
                                    .doesNotContain("garbage"));
        });
    }

    @Test
    void putsARefusedRecordOnTheDeadLettersAndProcessesTheOthers() {
        new BatchProcessor<>(
                        BatchProcessorIT::decode,
                        received -> {
                            if (received.value() == 2) {
                                throw new RejectedRecordException("not from here");
                            }
                        },
                        this::take,
                        deadLetterPublisher(KafkaBench.producer()))
                .accept(records("1", "2", "3"));

        assertThat(taken).containsExactly(1, 3);
        assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(headers(letter))
                        .containsEntry(DeadLetterPublisher.REASON, "Refused: not from here"));
    }

    @Test
    void throwsOnWhenTheCheckIsNotPossibleNow() {
        var noDatabase = new TransientDataAccessResourceException("no database");
        var intake = new BatchProcessor<>(
                BatchProcessorIT::decode,
                received -> {
                    throw noDatabase;
                },
                this::take,
                deadLetterPublisher(KafkaBench.producer()));

        assertThatThrownBy(() -> intake.accept(records("1"))).isSameAs(noDatabase);

        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void halvesABatchUntilThePoisonRecordIsIsolated() {
        String[] values = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);

        intake(batch -> {
                    calls++;
                    refuse(batch, 37);
                    take(batch);
                })
                .accept(records(values));

        assertThat(taken).hasSize(99).doesNotContain(37).isSorted();
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("37");
            assertThat(headers(letter))
                    .containsEntry(
                            DeadLetterPublisher.REASON, "Unbearable: the database rejected a value (SQLSTATE 22001)");
        });
        assertThat(calls).as("calls, not one for every record").isLessThan(20);
    }

    @Test
    void triesARecordThatStandsAloneTwice() {
        intake(batch -> {
                    if (calls++ == 0) {
                        throw new DuplicateKeyException(
                                "another transaction was quicker", new SQLException("", "23505"));
                    }
                    take(batch);
                })
                .accept(records("1"));

        assertThat(taken).containsExactly(1);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void throwsAFaultOfTheWorldOnAndSetsNothingAside() {
        var worldIsAway = new TransientDataAccessResourceException("no database", new SQLException("", "08006"));
        BatchProcessor<Integer> intake = intake(batch -> {
            throw worldIsAway;
        });

        assertThatThrownBy(() -> intake.accept(records("1", "garbage"))).isSameAs(worldIsAway);
        assertThatThrownBy(() -> intake.accept(records("1", "garbage"))).isSameAs(worldIsAway);

        assertThat(deadLetters()).as("each repetition would add them again").isEmpty();
    }

    @Test
    void sendsADeadLetterWithoutItsValueWhereItIsTooLarge() {
        try (var narrow = KafkaBench.producer(Map.of("max.request.size", 2_000))) {
            var intake = new BatchProcessor<>(BatchProcessorIT::decode, this::take, deadLetterPublisher(narrow));

            intake.accept(records("x".repeat(3_000), "2"));
        }

        assertThat(taken).containsExactly(2);
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(headers(letter))
                    .containsEntry(DeadLetterPublisher.ORIGINAL_OFFSET, "0")
                    .hasEntrySatisfying(
                            DeadLetterPublisher.REASON,
                            reason -> assertThat(reason).contains("Too large"));
        });
    }

    @Test
    void doesNotCallTheHandlerWhereNothingCanBeRead() {
        intake(batch -> calls++).accept(records("garbage"));

        assertThat(calls).isZero();
        assertThat(deadLetters()).hasSize(1);
    }

    private BatchProcessor<Integer> intake(Consumer<List<ReceivedRecord<Integer>>> handler) {
        return new BatchProcessor<>(BatchProcessorIT::decode, handler, deadLetterPublisher(KafkaBench.producer()));
    }

    private DeadLetterPublisher deadLetterPublisher(Producer<String, byte[]> producer) {
        return new DeadLetterPublisher(new RecordSender(() -> producer), meters);
    }

    private static int decode(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8));
    }

    private void take(List<ReceivedRecord<Integer>> batch) {
        batch.forEach(received -> taken.add(received.value()));
    }

    private static void refuse(List<ReceivedRecord<Integer>> batch, int value) {
        if (batch.stream().anyMatch(received -> received.value() == value)) {
            throw new DataIntegrityViolationException(value + " is too long", new SQLException("", "22001"));
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> {
                    var record = new ConsumerRecord<>(topic, 0, i, "key", values[i].getBytes(StandardCharsets.UTF_8));
                    record.headers().add("traceparent", "00-trace".getBytes(StandardCharsets.UTF_8));
                    return record;
                })
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return KafkaBench.everythingOn(topic + ".dlt");
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> letter) {
        var headers = new TreeMap<String, String>();
        Stream.of(letter.headers().toArray())
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
