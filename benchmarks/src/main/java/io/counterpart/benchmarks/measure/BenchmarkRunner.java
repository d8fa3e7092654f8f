package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.benchmarks.figure.MeasurementEnvironment;
import io.counterpart.benchmarks.figure.MetricFileWriter;
import io.counterpart.benchmarks.figure.MetricTable;
import io.counterpart.stack.ProjectRoot;

/** Runs the benchmarks, prints the table of figures and writes it to files. */
final class BenchmarkRunner {

    // Ordered so that each benchmark finds the state it needs: those that require a fresh stack come last.
    private static final List<Benchmark> ALL = List.of(
            new CreationVersusPgbench(),
            new AsyncVersusSyncLatency(),
            new BacklogThroughput(),
            new SteadyLoad(),
            new PipelineStages(),
            new StartupAndMemory(),
            new BacklogScaling(),
            new SearchLatency(),
            new PartialSearchLatency(),
            new StatusListLatency(),
            new LongOutage());

    private BenchmarkRunner() {}

    static List<String> titles() {
        return ALL.stream()
                .map(it -> "  %-4s %s".formatted(it.id(), it.title()))
                .toList();
    }

    static List<String> ids() {
        return ALL.stream().map(Benchmark::id).toList();
    }

    /** Those of a complete run. */
    static List<String> usualIds() {
        return ALL.stream().filter(it -> !it.isOnlyIfNamed()).map(Benchmark::id).toList();
    }

    /** Returns whether every benchmark ran; a missed required value is not a failure. */
    static boolean run(BenchmarkOptions options) throws IOException, InterruptedException {
        Map<String, String> surroundings = MeasurementEnvironment.now(settings(options));
        boolean complete = true;
        try (var scene = new BenchmarkContext(
                options, ProjectRoot.find().resolve("benchmarks").resolve("target"))) {
            for (Benchmark measure : ALL) {
                if (options.only().contains(measure.id())) {
                    complete &= run(measure, scene);
                    MetricFileWriter.write(options.out(), surroundings, scene.figures());
                }
            }
            surroundings.forEach((name, value) -> System.out.printf("%-12s %s%n", name + ":", value));
            System.out.println();
            System.out.print(MetricTable.of(scene.figures()));
        }
        System.out.printf("%nWritten to %s.%n", options.out());
        return complete;
    }

    // A failure must not prevent the other benchmarks.
    private static boolean run(Benchmark measure, BenchmarkContext scene) throws InterruptedException {
        System.out.printf("%s  %s%n", measure.id(), measure.title());
        scene.begin(measure);
        try {
            measure.run(scene);
            return true;
        } catch (IOException | RuntimeException e) {
            System.err.printf("%n%s could not be taken: %s%n", measure.id(), e);
            return false;
        } finally {
            scene.finish();
        }
    }

    private static Map<String, String> settings(BenchmarkOptions options) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("form", options.shortForm() ? "short: shows that it works, not how fast it is" : "normal");
        settings.put(
                "settings",
                "PostgreSQL fsync=on synchronous_commit=on shared_buffers=2GB, Kafka one broker acks=all, each service -Xmx256m SerialGC");
        settings.put("traces", TraceSettings.text(options.sampling()));
        return settings;
    }
}
