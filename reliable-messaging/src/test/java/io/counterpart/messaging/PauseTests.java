package io.counterpart.messaging;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PauseTests {

    @Test
    void backsOffUpToTheLongestPause() {
        Duration first = Duration.ofMillis(100);
        Duration longest = Duration.ofHours(1);
        assertThat(Pause.backOff(first, 1, longest)).isEqualTo(Pause.whole(first.multipliedBy(2)));
        assertThat(Pause.backOff(first, 1_000, longest)).isEqualTo(Pause.whole(longest));
    }
}
