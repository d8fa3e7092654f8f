package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ChannelDataFiller;
import io.counterpart.benchmarks.tool.Database;

/** Measures searches that find customers although not everything matches. */
final class PartialSearchLatency implements Benchmark {

    // The second word of "some words" belongs to nobody; the third and the fourth letter of "typing error" are swapped.
    private static final Map<String, String> KINDS = Map.of(
            "some words",
            "coalesce(first_name, organization_name) || ' Zzyzxqua'",
            "beginning of a name",
            "left(coalesce(last_name, organization_name), 3)",
            "phone",
            "phone",
            "typing error",
            "case when last_name ~ '^[A-Za-z]{6,12}$' then left(last_name, 2) || substr(last_name, 4, 1)"
                    + " || substr(last_name, 3, 1) || substr(last_name, 5) end");

    @Override
    public String id() {
        return "P12";
    }

    @Override
    public String title() {
        return "Search with partial matches among 1,000,000 customers, each kind; only if named";
    }

    @Override
    public boolean isOnlyIfNamed() {
        return true;
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 4 + options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        int customers = scene.options().either(1_000, 1_000_000);
        scene.freshStack(options -> options);
        scene.step("makes templates");
        TemplateCustomers.create(scene, scene.options().either(50, BacklogDrain.TEMPLATES));
        try (Database channel = scene.channelDatabase()) {
            scene.step("fills in %d customers".formatted(customers));
            new ChannelDataFiller(channel).addConverted(customers);
            scene.step("vacuum analyze");
            channel.execute("vacuum analyze");
            channel.execute("checkpoint");
            List<Map<String, Double>> runs =
                    SearchLatency.search(scene, SearchLatency.requests(channel, KINDS, true), customers);
            scene.report(
                    this,
                    "partial search among %,d, p99".formatted(customers),
                    "ms",
                    MetricGoal.atMost(50, 20),
                    SearchLatency.of("", runs));
            new TreeMap<>(KINDS)
                    .keySet()
                    .forEach(kind -> scene.report(
                            this, "  p99, " + kind, "ms", MetricGoal.atMost(50, 20), SearchLatency.of(kind, runs)));
        }
    }
}
