package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.Aim;
import io.counterpart.benchmarks.measure.Drain.Drained;

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
        return 2 + 2 * times(options);
    }

    // Each large one stands between two small ones: a machine that becomes slower in these minutes is not growth.
    @Override
    public void run(Scene scene) throws IOException, InterruptedException {
        int customers = scene.options().customers();
        scene.freshStack(options -> options);
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        try (Drain drain = Drain.warm(scene)) {
            double before = seconds(drain(scene, drain, customers));
            for (int i = 0; i < times(scene.options()); i++) {
                Drained large = drain(scene, drain, customers * TIMES);
                double after = seconds(drain(scene, drain, customers));
                ratios.add(seconds(large) * 2 / (before + after));
                rates.add(large.perSecond());
                before = after;
            }
        }
        String large = "%,d".formatted(customers * TIMES);
        String what = "time for %s against %,d before and after".formatted(large, customers);
        scene.report(this, what, "times", Aim.atMost(11, 10), ratios);
        scene.report(this, large + " pending customers, round trip", "customers/s", null, rates);
    }

    private static Drained drain(Scene scene, Drain drain, int customers) throws IOException, InterruptedException {
        scene.step("%,d customers".formatted(customers));
        return drain.run(customers);
    }

    private static double seconds(Drained drained) {
        return drained.took().toMillis() / 1e3;
    }

    // Some three minutes each.
    private static int times(BenchmarkOptions options) {
        return Math.min(3, options.runs());
    }
}
