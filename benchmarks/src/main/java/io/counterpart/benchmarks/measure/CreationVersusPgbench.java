package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.PJobClient;
import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ClosedLoop;
import io.counterpart.benchmarks.tool.ClosedLoop.Throughput;

/** Measures the overhead of the channel service over the inserts and commits that PostgreSQL needs in any case. */
final class CreationVersusPgbench implements Benchmark {

    private static final int CONNECTIONS = 32;

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public String title() {
        return "POST /customers in async mode from 32 connections, against the same inserts and commits without us";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 3 + 2 * options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        TemplateCustomers.create(scene, scene.options().either(20, 200));
        var span = Duration.ofSeconds(scene.options().either(1, 10));
        var bodies = new RequestBodies(7);
        scene.step("warms up");
        // Long, because the JIT compilers share two cores with the code that they compile.
        create(scene, bodies, span.multipliedBy(15));
        // Otherwise HQ would still convert created customers during the first runs.
        scene.awaitNumbers();
        var inserts = PlainInsertBaseline.prepare(scene);
        List<Throughput> with = new ArrayList<>();
        List<Throughput> plain = new ArrayList<>();
        var pJob = new PJobClient(scene.target());
        // pgbench has no relay either.
        pJob.hold();
        try {
            for (int i = 0; i < scene.options().runs(); i++) {
                scene.step("creates");
                with.add(create(scene, bodies, span));
                scene.step(inserts.name());
                plain.add(inserts.run(CONNECTIONS, span));
            }
        } finally {
            pJob.release();
        }
        scene.awaitNumbers();
        scene.step("creates with all that follows");
        Throughput everything = create(scene, bodies, span);
        report(scene, inserts.name(), with, plain);
        report(scene, "creates/s while all is converted too", List.of(everything.perSecond()));
        scene.awaitNumbers();
    }

    private void report(BenchmarkContext scene, String peer, List<Throughput> with, List<Throughput> plain) {
        List<Double> ratios = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            ratios.add(with.get(i).perSecond() / plain.get(i).perSecond());
            tails.add(with.get(i).p99() / plain.get(i).p99());
        }
        scene.report(this, "creates/s as a share of " + peer, "times", MetricGoal.atLeast(0.4, 0.6), ratios);
        scene.report(this, "p99 against that of " + peer, "times", MetricGoal.atMost(10, 10), tails);
        report(scene, "creates/s", with.stream().map(Throughput::perSecond).toList());
        report(scene, "creates, p99 ms", with.stream().map(Throughput::p99).toList());
        report(
                scene,
                "transactions/s of " + peer,
                plain.stream().map(Throughput::perSecond).toList());
    }

    private void report(BenchmarkContext scene, String what, List<Double> values) {
        scene.report(this, "  " + what, "", null, values);
    }

    private static Throughput create(BenchmarkContext scene, RequestBodies bodies, Duration span)
            throws InterruptedException {
        URI channel = scene.stack().addresses().channel("harbor");
        return new ClosedLoop(CONNECTIONS, span).run(() -> CustomerCreationClient.at(channel, bodies));
    }
}
