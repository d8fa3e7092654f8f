package io.counterpart.channel.edit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IfMatchVersionTests {

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "*", "\"4\", \"5\"", " \"5\" "})
    void takesTheVersionThatIsStored(String header) {
        assertThatCode(() -> IfMatchVersion.required(header).check(5)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "5", "W/\"5\"", "\"5", ",", "\"\""})
    void refusesAnyOther(String header) {
        assertThatThrownBy(() -> IfMatchVersion.required(header).check(5)).isInstanceOf(Problem.class);
    }

    @Test
    void mustBeThereWhereSomethingIsOverwritten() {
        assertThatThrownBy(() -> IfMatchVersion.required(null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> IfMatchVersion.required(" ")).isInstanceOf(Problem.class);
        assertThatCode(() -> IfMatchVersion.optional(null).check(5)).doesNotThrowAnyException();
    }
}
