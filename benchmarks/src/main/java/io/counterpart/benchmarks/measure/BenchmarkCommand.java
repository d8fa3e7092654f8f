package io.counterpart.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.counterpart.stack.options.CommandLines;
import io.counterpart.stack.options.IntegerRange;

/** The command line of the benchmarks; see {@code README.md} beside this module's sources. */
@Command(
        name = "benchmarks",
        sortOptions = false,
        description = "Measures the whole system on a stack that it starts itself.%n")
public final class BenchmarkCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--only", split = ",", description = "Benchmarks to run, for example P3,P10 (default: P1 to P11).")
    private List<String> only = List.of();

    @Option(
            names = "--short",
            arity = "0..1",
            fallbackValue = "true",
            description = "Small numbers and one run, to see that it works.")
    private boolean shortForm;

    @Option(
            names = "--customers",
            converter = IntegerRange.Count.class,
            description = "Backlog of P3 (default: 50000); P5 takes ten times as many, P10 twice as many.")
    private @Nullable Integer customers;

    @Option(
            names = "--runs",
            converter = IntegerRange.Count.class,
            description = "Runs of each benchmark that can be repeated (default: 5).")
    private @Nullable Integer runs;

    @Option(
            names = "--statements",
            arity = "0..1",
            fallbackValue = "true",
            description = "Print the most expensive statements of P3, as PostgreSQL counts them.")
    private boolean statements;

    @Option(
            names = "--sampling",
            converter = SamplingProbability.class,
            description =
                    "Share of traces that both services record, from 0 to 1; more than 0 are exported to the harness,"
                            + " which drops them (default: as the services do, without export).")
    private @Nullable Double sampling;

    @Option(names = "--out", description = "Directory for the results (default: benchmarks/target/results).")
    private Path out = Path.of("benchmarks/target/results");

    private BenchmarkCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = CommandLines.of(new BenchmarkCommand());
        line.getCommandSpec().usageMessage().footer(BenchmarkRunner.titles().toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() throws Exception {
        return BenchmarkRunner.run(options()) ? 0 : 1;
    }

    /** What the parsed options ask for. */
    BenchmarkOptions options() {
        List<String> all = BenchmarkRunner.ids();
        List<String> wanted = only.stream()
                .map(id -> id.toUpperCase(Locale.ROOT))
                .map(BenchmarkCommand::measuredWith)
                .toList();
        for (String id : wanted) {
            if (!all.contains(id)) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "There is no benchmark %s, only %s.".formatted(id, String.join(", ", all)));
            }
        }
        return new BenchmarkOptions(
                wanted.isEmpty()
                        ? BenchmarkRunner.usualIds()
                        : all.stream().filter(wanted::contains).toList(),
                shortForm,
                Objects.requireNonNullElse(customers, shortForm ? 300 : 50_000),
                Objects.requireNonNullElse(runs, shortForm ? 1 : 5),
                statements,
                sampling,
                out);
    }

    // P8, the CPU time, is measured with the backlog of P3.
    private static String measuredWith(String id) {
        return id.equals("P8") ? "P3" : id;
    }
}
