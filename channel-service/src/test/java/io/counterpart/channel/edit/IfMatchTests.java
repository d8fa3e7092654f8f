package io.counterpart.channel.edit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IfMatchTests {

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "*", "\"4\", \"5\"", " \"5\" "})
    void takesTheVersionThatIsStored(String header) {
        assertThatCode(() -> IfMatch.required(header).check(5)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "5", "W/\"5\"", "\"5", ",", "\"\""})
    void refusesAnyOther(String header) {
        assertThatThrownBy(() -> IfMatch.required(header).check(5)).isInstanceOf(Problem.class);
    }

    @Test
    void mustBeThereWhereSomethingIsOverwritten() {
        assertThatThrownBy(() -> IfMatch.required(null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> IfMatch.required(" ")).isInstanceOf(Problem.class);
        assertThatCode(() -> IfMatch.optional(null).check(5)).doesNotThrowAnyException();
    }
}
