package io.counterpart.channel.realtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RealTimeAnswerTests {

    @Test
    void foldsToTheCaseThatItIs() {
        assertThat(fold(new RealTimeAnswer.Refused("No"))).isEqualTo("refused: No");
        assertThat(fold(new RealTimeAnswer.Unreachable())).isEqualTo("unreachable");
    }

    private static String fold(RealTimeAnswer answer) {
        return answer.fold(done -> "done", refused -> "refused: " + refused.reason(), () -> "unreachable");
    }
}
