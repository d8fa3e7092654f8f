package io.counterpart.benchmarks;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.process.StackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadOptionsTests {

    @Test
    void loadsTenThousandCustomersUnthrottledByDefault() {
        assertThat(LoadOptions.parse(List.of()))
                .isEqualTo(new LoadOptions(10_000, 8, 0, false, false, Duration.ofMinutes(10), 1));
    }

    @Test
    void readsEveryOption() {
        assertThat(LoadOptions.parse(List.of(
                        "--customers=5", "--connections=2", "--backlog", "--own.stack", "--timeout=7", "--seed=9")))
                .isEqualTo(new LoadOptions(5, 2, 0, true, true, Duration.ofSeconds(7), 9));
    }

    @Test
    void countsTheCustomersOfASteadyLoadFromItsRateAndDuration() {
        assertThat(LoadOptions.parse(List.of("--rate=50", "--seconds=20"))).satisfies(options -> {
            assertThat(options.customers()).isEqualTo(1_000);
            assertThat(options.rate()).isEqualTo(50);
        });
    }

    @Test
    void refusesMeasurementsThatExcludeEachOther() {
        assertThatThrownBy(() -> LoadOptions.parse(List.of("--rate=50", "--backlog=true")))
                .isInstanceOf(StackException.class)
                .hasMessage("--rate and --backlog are two different measurements: choose one.");
    }
}
