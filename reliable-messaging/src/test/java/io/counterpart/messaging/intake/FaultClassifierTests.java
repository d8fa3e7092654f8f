package io.counterpart.messaging.intake;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;

import static org.assertj.core.api.Assertions.assertThat;

class FaultClassifierTests {

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "22P02", "23502", "23505", "23514", "54000"})
    void whatTheDatabaseRefusesIsOfTheData(String state) {
        assertThat(FaultClassifier.isOfTheData(wrapped(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "42P01", "53300", "55P03", "57014", "57P01"})
    void keepsTransientFaultsOutOfTheDeadLetters(String state) {
        assertThat(FaultClassifier.isOfTheData(wrapped(state))).isFalse();
    }

    @Test
    void aRuleOfTheCodeIsOfTheData() {
        assertThat(FaultClassifier.isOfTheData(new RejectedRecordException("for nobody")))
                .isTrue();
        assertThat(FaultClassifier.isOfTheData(new IllegalArgumentException())).isTrue();
        assertThat(FaultClassifier.isOfTheData(new IllegalStateException())).isFalse();
    }

    private static RuntimeException wrapped(String state) {
        return new RuntimeException(new UncategorizedSQLException("test", "select", new SQLException("", state)));
    }
}
