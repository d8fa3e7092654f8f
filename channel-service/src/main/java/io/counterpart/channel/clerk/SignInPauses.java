package io.counterpart.channel.clerk;

import java.time.Duration;
import java.util.List;

/**
 * How long a till has to wait after each attempt to sign a clerk in: not at all after the first four, then half a
 * minute, and twice as long after each further one, up to an hour. With four digits, that is 24 of 10,000 PINs a day.
 */
final class SignInPauses {

    static final List<Duration> AFTER_ATTEMPTS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(16),
            Duration.ofMinutes(32),
            Duration.ofHours(1));

    private SignInPauses() {}

    static Integer[] seconds() {
        return AFTER_ATTEMPTS.stream().map(pause -> (int) pause.toSeconds()).toArray(Integer[]::new);
    }
}
