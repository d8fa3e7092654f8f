package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.LoadOptions;
import io.counterpart.benchmarks.LoadReport;
import io.counterpart.benchmarks.LoadTest;
import io.counterpart.benchmarks.figure.MetricGoal;

/** Measures how long a customer waits for the account number under normal load. */
final class SteadyLoad implements Benchmark {

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public String title() {
        return "Latency at 50 creates a second: answer of the create to the number in the channel";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 1 + options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        scene.step("warms up");
        load(scene, scene.options().either(2, 10));
        for (int i = 0; i < scene.options().runs(); i++) {
            scene.step("run %d".formatted(i + 1));
            LoadReport report = load(scene, scene.options().either(3, 60));
            p50.add(report.untilNumber().millisAt(50));
            p99.add(report.untilNumber().millisAt(99));
        }
        scene.report(this, "create answered to number in the channel, p50", "ms", MetricGoal.atMost(60, 25), p50);
        scene.report(this, "create answered to number in the channel, p99", "ms", MetricGoal.atMost(200, 100), p99);
    }

    private static LoadReport load(BenchmarkContext scene, int seconds) throws IOException, InterruptedException {
        LoadOptions even = LoadOptions.steady(50, seconds, Duration.ofMinutes(1));
        LoadReport report = new LoadTest(scene.target(), even).run();
        if (!report.isComplete(even.customers())) {
            throw new IOException("not every customer has a number");
        }
        return report;
    }
}
