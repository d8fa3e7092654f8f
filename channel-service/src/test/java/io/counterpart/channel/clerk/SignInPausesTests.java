package io.counterpart.channel.clerk;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInPausesTests {

    @Test
    void fourAttemptsAreFreeAndThePausesDoubleUpToAnHour() {
        assertThat(SignInPauses.AFTER_ATTEMPTS.subList(0, 4)).containsOnly(Duration.ZERO);
        assertThat(SignInPauses.AFTER_ATTEMPTS.get(4)).isEqualTo(Duration.ofSeconds(30));
        for (int i = 5; i < SignInPauses.AFTER_ATTEMPTS.size() - 1; i++) {
            assertThat(SignInPauses.AFTER_ATTEMPTS.get(i))
                    .isEqualTo(SignInPauses.AFTER_ATTEMPTS.get(i - 1).multipliedBy(2));
        }
        assertThat(SignInPauses.AFTER_ATTEMPTS).last().isEqualTo(Duration.ofHours(1));
    }

    @Test
    void logsContainNeitherPinsNorKeys() {
        assertThat(new ClerkSignInRequest("c", "4711").toString()).doesNotContain("4711");
        assertThat(new ClerkSignInView(new ClerkView(new UUID(0, 1), "Robin"), "secret").toString())
                .doesNotContain("secret", "Robin");
    }
}
