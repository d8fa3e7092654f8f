package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.measure.BacklogDrain.Result;
import io.counterpart.benchmarks.tool.ProcessUsage;

/** Checks whether ten times the backlog takes ten times as long, with the same heap. */
final class BacklogScaling implements Benchmark {

    private static final int TIMES = 10;

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public String title() {
        return "Growth: a backlog ten times that of P3, with the same heap";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 5 * options.runs();
    }

    // Each run uses a fresh stack, or the second run would measure a database that already has a million customers.
    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Result> small = new ArrayList<>();
        List<Result> large = new ArrayList<>();
        for (int i = 0; i < scene.options().runs(); i++) {
            scene.freshStack(options -> options);
            ratios.add(ratio(scene, small, large));
        }
        int customers = scene.options().customers();
        String what = "time for %,d against %,d before and after".formatted(customers * TIMES, customers);
        scene.report(this, what, "times", MetricGoal.atMost(11, 10), ratios);
        report(scene, customers, small);
        report(scene, customers * TIMES, large);
    }

    // The large backlog runs between two small ones, so that a machine that slows down during these minutes does not
    // look like growth. A further small backlog runs first to warm up the JVMs, so that a cold JVM does not distort the
    // comparison.
    private static double ratio(BenchmarkContext scene, List<Result> small, List<Result> large)
            throws IOException, InterruptedException {
        int customers = scene.options().customers();
        try (BacklogDrain drain = BacklogDrain.warm(scene)) {
            drain(scene, drain, customers);
            Result before = drain(scene, drain, customers);
            Result between = drain(scene, drain, customers * TIMES);
            Result after = drain(scene, drain, customers);
            small.addAll(List.of(before, after));
            large.add(between);
            return seconds(between) * 2 / (seconds(before) + seconds(after));
        }
    }

    private static Result drain(BenchmarkContext scene, BacklogDrain drain, int customers)
            throws IOException, InterruptedException {
        scene.step("%,d customers".formatted(customers));
        if (scene.options().statements()) {
            StatementStatistics.of(scene).reset();
        }
        Result drained = drain.run(customers);
        if (scene.options().statements()) {
            System.out.printf("%n%,.0f customers/s, %s%n", drained.perSecond(), drained.cpuSeconds());
            StatementStatistics.of(scene).print(customers);
        }
        return drained;
    }

    private void report(BenchmarkContext scene, int customers, List<Result> drained) {
        String pending = "  %,d pending customers, ".formatted(customers);
        List<Double> rates = drained.stream().map(Result::perSecond).toList();
        scene.report(this, pending + "round trip", "customers/s", null, rates);
        if (ProcessUsage.isAvailable()) {
            List<Double> cpu =
                    drained.stream().map(Result::cpuMillisPerCustomer).toList();
            scene.report(this, pending + "CPU time of all processes", "ms", null, cpu);
            for (String service : BacklogDrain.SERVICES) {
                List<Double> megabytes = Result.residentMegabytes(drained, service);
                scene.report(this, pending + "resident memory afterwards: " + service, "MB", null, megabytes);
            }
        }
    }

    private static double seconds(Result drained) {
        return drained.took().toMillis() / 1e3;
    }
}
