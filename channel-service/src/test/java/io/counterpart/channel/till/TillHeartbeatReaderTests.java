package io.counterpart.channel.till;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.security.Caller;
import io.counterpart.contract.session.ChannelReport.TillState;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TillHeartbeatReaderTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    @Test
    void saysEverythingThatIsMissing() {
        var nothing = new TillHeartbeatRequest(" ", null, null, null, null, null);

        assertThatThrownBy(() -> TillHeartbeatReader.read(Caller.ofChannel("HARBOR"), nothing, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.pointer() + " " + error.code())
                                .containsExactlyInAnyOrder(
                                        "/version required",
                                        "/clock required",
                                        "/unsent required",
                                        "/refused required"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:12.900Z, 12",
        "2026-03-01T13:00:00+01:00, 0",
        "2026-03-01T11:59:00Z, -60",
        "+1000000000-12-31T23:59:59.999999999Z, 315360000",
        "-1000000000-01-01T00:00:00Z, -315360000",
    })
    void measuresTheClock(String clock, long skew) {
        assertThat(read(clock, null, 0).clockSkewSeconds()).isEqualTo(skew);
    }

    @Test
    void correctsATimeOfAWrongClock() {
        TillState state = read("2020-01-01T00:00:00Z", "2019-12-31T23:50:00Z", 1);

        assertThat(state.oldestUnsentAt()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        assertThat(state.heardAt()).isEqualTo(NOW);
    }

    @Test
    void limitsATimeThatCannotBe() {
        assertThat(read("2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z", 1).oldestUnsentAt())
                .isEqualTo(NOW);
        assertThat(read("2026-03-01T12:00:00Z", "-1000000000-01-01T00:00:00Z", 1)
                        .oldestUnsentAt())
                .isEqualTo(NOW.minus(TEN_YEARS));
    }

    @Test
    void hasNoOldestItemWithoutItems() {
        assertThat(read("2026-03-01T12:00:00Z", "2026-03-01T11:00:00Z", 0).oldestUnsentAt())
                .isNull();
    }

    private static TillState read(String clock, @Nullable String oldest, int unsent) {
        return TillHeartbeatReader.read(
                Caller.ofChannel("HARBOR"), new TillHeartbeatRequest("1.4.2", clock, unsent, 0, oldest, null), NOW);
    }
}
