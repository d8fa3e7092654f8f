package io.counterpart.channel.realtime;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Refused;
import io.counterpart.channel.realtime.RealTimeResult.TooEarly;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;

import static org.assertj.core.api.Assertions.assertThat;

class RealTimeResultTests {

    @Test
    void foldsToTheCaseThatItIs() {
        assertThat(fold(new Done<>("it"))).isEqualTo("done: it");
        assertThat(fold(new Refused<>("no", "No"))).isEqualTo("refused: No");
        assertThat(fold(new TooEarly<>())).isEqualTo("too early");
        assertThat(fold(new Unreachable<>("away", false))).isEqualTo("unreachable: away");
    }

    private static String fold(RealTimeResult<String> answer) {
        return answer.fold(
                done -> "done: " + done,
                refused -> "refused: " + refused.reason(),
                () -> "too early",
                unreachable -> "unreachable: " + unreachable.reason());
    }
}
