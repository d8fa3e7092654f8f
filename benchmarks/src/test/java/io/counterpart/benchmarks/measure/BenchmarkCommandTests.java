package io.counterpart.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BenchmarkCommandTests {

    @Test
    void repeatsEveryBenchmarkFiveTimesByDefault() {
        assertThat(parse())
                .isEqualTo(new BenchmarkOptions(
                        BenchmarkRunner.usualIds(),
                        false,
                        50_000,
                        5,
                        false,
                        null,
                        Path.of("benchmarks", "target", "results")));
    }

    @Test
    void readsEveryOption() {
        assertThat(parse(
                        "--only=p10,P3",
                        "--short",
                        "--customers=7",
                        "--runs=2",
                        "--statements",
                        "--sampling=0.25",
                        "--out=here"))
                .isEqualTo(new BenchmarkOptions(List.of("P3", "P10"), true, 7, 2, true, 0.25, Path.of("here")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 0.01", "1, 1", "1.0, 1"})
    void samplesAShareOfTheTraces(String given, double share) {
        assertThat(parse("--only=P1,P3", "--sampling=" + given).sampling()).isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "2", "-0.1", "NaN", "1e-2", "10%", ""})
    void refusesWhatIsNoShare(String given) {
        assertThatThrownBy(() -> parse("--sampling=" + given))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("is not a share from 0 to 1");
    }

    @Test
    void takesThePartialSearchOnlyIfItIsNamed() {
        assertThat(parse().only()).contains("P6", "P11").doesNotContain("P12");
        assertThat(parse("--only=P12").only()).containsExactly("P12");
    }

    @Test
    void takesTheCpuTimeWithTheBacklog() {
        assertThat(parse("--only=P8").only()).containsExactly("P3");
    }

    @Test
    void refusesAMeasureThatIsNotThere() {
        assertThatThrownBy(() -> parse("--only=P3,P99"))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("There is no benchmark P99, only P1, P2, P3");
    }

    private static BenchmarkOptions parse(String... arguments) {
        CommandLine line = BenchmarkCommand.commandLine();
        line.parseArgs(arguments);
        return ((BenchmarkCommand) line.getCommand()).options();
    }
}
