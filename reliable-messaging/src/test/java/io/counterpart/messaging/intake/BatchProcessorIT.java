package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.KafkaBench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchProcessorIT extends BatchProcessorContext {

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
                        deadLetterPublisher(KafkaBench.producer()),
                        BatchSpans.NONE)
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
                deadLetterPublisher(KafkaBench.producer()),
                BatchSpans.NONE);

        assertThatThrownBy(() -> intake.accept(records("1"))).isSameAs(noDatabase);

        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void sendsADeadLetterWithoutItsValueWhereItIsTooLarge() {
        try (var narrow = KafkaBench.producer(Map.of("max.request.size", 2_000))) {
            var intake = new BatchProcessor<>(
                    BatchProcessorIT::decode, received -> {}, this::take, deadLetterPublisher(narrow), BatchSpans.NONE);

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
}
