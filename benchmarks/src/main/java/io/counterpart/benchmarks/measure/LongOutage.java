package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.OpenLoop;
import io.counterpart.benchmarks.tool.ProcessUsage;
import io.counterpart.stack.LocalStack;

/** Measures a shop during a long outage of HQ, and how soon all customers have a number when HQ is back. */
final class LongOutage implements Benchmark {

    private static final int PER_SECOND = 300;
    private static final int CONNECTIONS = 16;
    private static final MetricGoal RATE = MetricGoal.atLeast(2_800, 5_000);
    private static final MetricGoal FLAT = MetricGoal.atMost(1.2, 1.1);
    private static final MetricGoal MEMORY = MetricGoal.atMost(600, 450);
    private static final String PENDING = "select count(*) from customer where account_number is null";

    @Override
    public String id() {
        return "P11";
    }

    @Override
    public String title() {
        return "HQ away while 100,000 customers are created: their latency, the way back, memory";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 4;
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        LocalStack stack = scene.freshStack(options -> options);
        int customers = scene.options().either(200, 100_000);
        Duration healthySpan = Duration.ofSeconds(scene.options().either(1, 60));
        var bodies = new RequestBodies(13);
        try (Database channel = scene.channelDatabase()) {
            scene.step("warms up");
            create(scene, bodies, healthySpan);
            awaitNumbers(scene, channel, customers);
            scene.step("creates, HQ is there");
            double there = create(scene, bodies, healthySpan);
            awaitNumbers(scene, channel, customers);
            double before = resident(scene, "harbor");

            stack.kill("hq");
            scene.step("creates, HQ is away");
            double away = create(scene, bodies, Duration.ofMillis(customers * 1_000L / PER_SECOND));
            double after = resident(scene, "harbor");
            double pending = channel.number(PENDING);

            long start = System.nanoTime();
            stack.start("hq");
            long ready = System.nanoTime();
            scene.step("HQ is back");
            awaitNumbers(scene, channel, customers);
            long end = System.nanoTime();

            report(
                    scene,
                    "p99 of a create, HQ away against HQ there",
                    "times",
                    MetricGoal.atMost(1.5, 1),
                    away / there);
            report(scene, "  HQ there", "ms", null, there);
            report(scene, "  HQ away", "ms", null, away);
            report(scene, "customers that were waiting", "", null, pending);
            // HQ begins to read while it starts: the first rate is slightly too high, the second includes the start of
            // a JVM.
            report(scene, "the way back, HQ ready", "customers/s", RATE, pending * 1e9 / (end - ready));
            report(scene, "  with the start of HQ's JVM", "customers/s", null, pending * 1e9 / (end - start));
            report(scene, "resident memory of harbor, after against before", "times", FLAT, after / before);
            report(scene, "resident memory of hq, afterwards", "MB", MEMORY, resident(scene, "hq"));
        }
    }

    private void report(BenchmarkContext scene, String what, String unit, @Nullable MetricGoal aim, double value) {
        scene.report(this, what, unit, aim, List.of(value));
    }

    /**
     * The load of a busy company rather than the maximum of the machine; returns the 99th percentile in milliseconds.
     */
    private static double create(BenchmarkContext scene, RequestBodies bodies, Duration span)
            throws InterruptedException {
        URI channel = scene.stack().addresses().channel("harbor");
        return new OpenLoop(PER_SECOND, span, CONNECTIONS)
                .run(() -> new ScheduledCreationClient(CustomerCreationClient.at(channel, bodies)), 99)
                .getOrDefault("", Double.NaN);
    }

    private static void awaitNumbers(BenchmarkContext scene, Database channel, int customers)
            throws IOException, InterruptedException {
        var limit = Duration.ofSeconds(120 + customers / 200);
        scene.await("everybody has a number", limit, () -> {
            // Counting uses time of the measured machine.
            Thread.sleep(500);
            return channel.number(PENDING) == 0;
        });
    }

    private static double resident(BenchmarkContext scene, String process) {
        return ProcessUsage.isAvailable() ? ProcessUsage.residentMegabytes(scene.pid(process)) : Double.NaN;
    }

    private record ScheduledCreationClient(CustomerCreationClient creating) implements OpenLoop.Client {

        @Override
        public String run(long number) throws IOException {
            creating.run(number);
            return "create";
        }

        @Override
        public void close() throws IOException {
            creating.close();
        }
    }
}
