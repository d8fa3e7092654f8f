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
        return "Growth: a backlog ten times that of P3, with the same heap of 512 MB";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 3 + comparisons(options);
    }

    @Override
    public void run(Scene scene) throws IOException, InterruptedException {
        int customers = scene.options().customers();
        scene.freshStack(options -> options);
        try (Drain drain = Drain.warm(scene)) {
            List<Double> small = new ArrayList<>();
            for (int i = 0; i < comparisons(scene.options()); i++) {
                scene.step("%d customers".formatted(customers));
                small.add(seconds(drain.run(customers)));
            }
            scene.step("%d customers".formatted(customers * TIMES));
            Drained large = drain.run(customers * TIMES);
            double median = small.stream().sorted().toList().get(small.size() / 2);
            scene.report(
                    this,
                    "time for %,d against %,d".formatted(customers * TIMES, customers),
                    "times",
                    Aim.atMost(11, 10),
                    List.of(seconds(large) / median));
            scene.report(
                    this,
                    "%,d pending customers, round trip".formatted(customers * TIMES),
                    "customers/s",
                    null,
                    List.of(large.perSecond()));
        }
    }

    private static double seconds(Drained drained) {
        return drained.took().toMillis() / 1e3;
    }

    private static int comparisons(BenchmarkOptions options) {
        return Math.min(3, options.runs());
    }
}
