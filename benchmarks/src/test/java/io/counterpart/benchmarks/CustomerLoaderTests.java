package io.counterpart.benchmarks;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerLoaderTests {

    @Test
    void loadsTenThousandCustomersUnthrottledByDefault() {
        assertThat(parse()).isEqualTo(new LoadOptions(10_000, 8, 0, false, false, Duration.ofMinutes(10), 1));
    }

    @Test
    void readsEveryOption() {
        assertThat(parse("--customers=5", "--connections=2", "--backlog", "--own.stack", "--timeout=7", "--seed=9"))
                .isEqualTo(new LoadOptions(5, 2, 0, true, true, Duration.ofSeconds(7), 9));
    }

    @Test
    void countsTheCustomersOfASteadyLoadFromItsRateAndDuration() {
        assertThat(parse("--rate=50", "--seconds=20")).satisfies(options -> {
            assertThat(options.customers()).isEqualTo(1_000);
            assertThat(options.rate()).isEqualTo(50);
        });
    }

    @Test
    void refusesMeasurementsThatExcludeEachOther() {
        assertThatThrownBy(() -> parse("--rate=50", "--backlog=true"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("--rate and --backlog are two different measurements: choose one.");
    }

    private static LoadOptions parse(String... arguments) {
        CommandLine line = CustomerLoader.commandLine();
        line.parseArgs(arguments);
        return ((CustomerLoader) line.getCommand()).options();
    }
}
