package io.counterpart.messaging.intake;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The reason of a dead letter is shown, exported and kept longer than the customer may be. */
class DeadLetterReasonTests {

    @Test
    void doesNotQuoteTheJson() {
        assertThat(reasonOf("Quimby")).isEqualTo("invalid JSON at line 1, column 1");
        assertThat(reasonOf("{\"size\": \"Quimby\"}")).isEqualTo("the value at /size is missing or has the wrong type");
    }

    @Test
    void doesNotQuoteTheDatabase() {
        var detail = new SQLException("ERROR: duplicate key\n  Detail: Key (email)=(quimby@example.com)", "23505");

        assertThat(DeadLetterReason.of(new DataIntegrityViolationException("Quimby", detail)))
                .isEqualTo("the database rejected a value (SQLSTATE 23505)");
    }

    @Test
    void doesNotQuoteTheProgram() {
        assertThat(DeadLetterReason.of(new IllegalArgumentException("No enum constant Quimby")))
                .isEqualTo("the service cannot process it");
    }

    @Test
    void givesTheReasonOfARejection() {
        assertThat(DeadLetterReason.of(new RejectedRecordException("Operation numbers start at 1")))
                .isEqualTo("Operation numbers start at 1");
    }

    private static String reasonOf(String json) {
        var thrown =
                assertThrows(JacksonException.class, () -> JsonMapper.shared().readValue(json, Shoe.class));
        return DeadLetterReason.of(thrown);
    }

    record Shoe(int size) {}
}
