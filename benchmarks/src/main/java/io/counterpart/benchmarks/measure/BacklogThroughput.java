package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.measure.BacklogDrain.Result;
import io.counterpart.benchmarks.tool.ProcessUsage;

/** Measures how fast a backlog gets its account numbers, the CPU time it takes, and the memory in use afterwards. */
final class BacklogThroughput implements Benchmark {

    private static final MetricGoal RATE = MetricGoal.atLeast(2_800, 5_000);

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public String title() {
        return "A backlog: P-job released until all account numbers are back in the channel (with P8, CPU time)";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 1 + options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        int customers = scene.options().customers();
        List<Result> runs = new ArrayList<>();
        try (BacklogDrain drain = BacklogDrain.warm(scene)) {
            for (int i = 0; i < scene.options().runs(); i++) {
                scene.step("%d customers, run %d".formatted(customers, i + 1));
                if (scene.options().statements()) {
                    StatementStatistics.of(scene).reset();
                }
                runs.add(drain.run(customers));
            }
        }
        if (scene.options().statements()) {
            StatementStatistics.of(scene).print(customers);
        }
        List<Double> rates = runs.stream().map(Result::perSecond).toList();
        scene.report(this, "%,d pending customers, round trip".formatted(customers), "customers/s", RATE, rates);
        if (ProcessUsage.isAvailable()) {
            reportProcesses(scene, runs);
        }
    }

    private static void reportProcesses(BenchmarkContext scene, List<Result> runs) {
        List<Double> all = runs.stream().map(Result::cpuMillisPerCustomer).toList();
        scene.report("P8", "CPU time of all processes, per customer of P3", "ms", MetricGoal.atMost(0.7, 0.4), all);
        for (String process : runs.get(0).cpuSeconds().keySet()) {
            List<Double> one = runs.stream()
                    .map(run -> run.cpuSeconds().getOrDefault(process, 0.0) * 1_000 / run.customers())
                    .toList();
            scene.report("P8", "  of which " + process, "ms", null, one);
        }
        for (String service : BacklogDrain.SERVICES) {
            List<Double> megabytes = Result.residentMegabytes(runs, service);
            scene.report("P9", "resident memory after P3: " + service, "MB", MetricGoal.atMost(600, 450), megabytes);
        }
    }
}
