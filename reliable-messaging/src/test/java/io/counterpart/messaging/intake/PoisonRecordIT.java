package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PoisonRecordIT extends BatchProcessorContext {

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

    private static void refuse(List<ReceivedRecord<Integer>> batch, int value) {
        if (batch.stream().anyMatch(received -> received.value() == value)) {
            throw new DataIntegrityViolationException(value + " is too long", new SQLException("", "22001"));
        }
    }
}
