package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.Aim;
import io.counterpart.benchmarks.measure.Drain.Drained;
import io.counterpart.benchmarks.tool.ProcessGauge;

/** Whether ten times the backlog takes ten times as long, with the same heap. */
final class Growth implements Measure {

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

    // On a fresh stack each time, else the second would be about a database with a million customers already.
    @Override
    public void run(Scene scene) throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Drained> small = new ArrayList<>();
        List<Drained> large = new ArrayList<>();
        for (int i = 0; i < scene.options().runs(); i++) {
            scene.freshStack(options -> options);
            ratios.add(ratio(scene, small, large));
        }
        int customers = scene.options().customers();
        String what = "time for %,d against %,d before and after".formatted(customers * TIMES, customers);
        scene.report(this, what, "times", Aim.atMost(11, 10), ratios);
        report(scene, customers, small);
        report(scene, customers * TIMES, large);
    }

    // The large one stands between two small ones: a machine that becomes slower in these minutes is not growth. And
    // one of the small ones is for the JVMs to warm up, which would be an excuse for the large one else.
    private static double ratio(Scene scene, List<Drained> small, List<Drained> large)
            throws IOException, InterruptedException {
        int customers = scene.options().customers();
        try (Drain drain = Drain.warm(scene)) {
            drain(scene, drain, customers);
            Drained before = drain(scene, drain, customers);
            Drained between = drain(scene, drain, customers * TIMES);
            Drained after = drain(scene, drain, customers);
            small.addAll(List.of(before, after));
            large.add(between);
            return seconds(between) * 2 / (seconds(before) + seconds(after));
        }
    }

    private static Drained drain(Scene scene, Drain drain, int customers) throws IOException, InterruptedException {
        scene.step("%,d customers".formatted(customers));
        if (scene.options().statements()) {
            Statements.of(scene).forget();
        }
        Drained drained = drain.run(customers);
        if (scene.options().statements()) {
            System.out.printf("%n%,.0f customers/s, %s%n", drained.perSecond(), drained.cpuSeconds());
            Statements.of(scene).print(customers);
        }
        return drained;
    }

    private void report(Scene scene, int customers, List<Drained> drained) {
        String pending = "  %,d pending customers, ".formatted(customers);
        List<Double> rates = drained.stream().map(Drained::perSecond).toList();
        scene.report(this, pending + "round trip", "customers/s", null, rates);
        if (ProcessGauge.isAvailable()) {
            List<Double> cpu =
                    drained.stream().map(Drained::cpuMillisPerCustomer).toList();
            scene.report(this, pending + "CPU time of all processes", "ms", null, cpu);
            for (String service : Drain.SERVICES) {
                List<Double> megabytes = Drained.residentMegabytes(drained, service);
                scene.report(this, pending + "resident memory afterwards: " + service, "MB", null, megabytes);
            }
        }
    }

    private static double seconds(Drained drained) {
        return drained.took().toMillis() / 1e3;
    }
}
