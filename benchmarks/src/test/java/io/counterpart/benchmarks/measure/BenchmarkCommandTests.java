package io.counterpart.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BenchmarkCommandTests {

    @Test
    void repeatsEveryBenchmarkFiveTimesByDefault() {
        assertThat(parse())
                .isEqualTo(new BenchmarkOptions(
                        BenchmarkRunner.ids(), false, 50_000, 5, false, Path.of("benchmarks", "target", "results")));
    }

    @Test
    void readsEveryOption() {
        assertThat(parse("--only=p10,P3", "--short", "--customers=7", "--runs=2", "--statements", "--out=here"))
                .isEqualTo(new BenchmarkOptions(List.of("P3", "P10"), true, 7, 2, true, Path.of("here")));
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
