package io.counterpart.channel.localbook;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalBookCursorTests {

    private static final LocalBookCursor COMPLETE = new LocalBookCursor(
            -7,
            Instant.parse("2026-03-01T12:00:00.123Z"),
            4711L,
            4712,
            Instant.parse("2025-03-01T12:00:00.123456Z"),
            Instant.parse("2025-03-02T12:00:00.654321Z"),
            null);

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "AQ", "AAAA", "nonsense"})
    void refusesWhatNoResponseContained(String text) {
        assertThatThrownBy(() -> LocalBookCursor.of(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(StandardProblem.MALFORMED_REQUEST));
    }

    @Test
    void refusesAnotherFormatLengthOrNegativeNumbers() {
        String tooLong = COMPLETE.text().repeat(2);
        assertThatThrownBy(() -> LocalBookCursor.of(tooLong)).isInstanceOf(Problem.class);
        byte[] otherFormat = Base64.getUrlDecoder().decode(COMPLETE.text());
        otherFormat[0] = 2;
        byte[] negative = Base64.getUrlDecoder().decode(COMPLETE.text());
        negative[1 + 3 * Long.BYTES] = -1;

        for (byte[] bytes : new byte[][] {otherFormat, negative}) {
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThatThrownBy(() -> LocalBookCursor.of(text)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void readsWhatItWrote() {
        LocalBookCursor inside = COMPLETE.readTo(UUID.randomUUID());
        LocalBookCursor first = new LocalBookCursor(
                1, COMPLETE.startedAt(), null, 3, COMPLETE.cutoff(), COMPLETE.cutoff(), UUID.randomUUID());

        assertThat(LocalBookCursor.of(COMPLETE.text())).isEqualTo(COMPLETE);
        assertThat(LocalBookCursor.of(inside.text())).isEqualTo(inside);
        assertThat(LocalBookCursor.of(first.text())).isEqualTo(first);
    }
}
