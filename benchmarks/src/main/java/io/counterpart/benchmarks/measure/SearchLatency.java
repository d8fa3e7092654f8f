package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ChannelDataFiller;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.OpenLoop;
import io.counterpart.stack.client.DemoTokens;

/** Checks whether a search takes longer in a large channel than in a small one. */
final class SearchLatency implements Benchmark {

    private static final int PER_SECOND = 100;
    private static final int OF_EACH_KIND = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    // Typical queries: a name, a prefix, a phone number with punctuation, an email address.
    private static final Map<String, String> KINDS = Map.of(
            "full name", "coalesce(first_name || ' ' || last_name, organization_name)",
            "one name", "coalesce(last_name, organization_name)",
            "beginning of a name", "left(coalesce(last_name, organization_name), 3)",
            "phone", "phone",
            "beginning of a phone", "left(phone, 10)",
            "email", "email",
            "account number", "account_number");

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public String title() {
        return "Search in a channel with 1,000,000 customers against 10,000, 100 searches a second";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 4 + 2 * (1 + options.runs());
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        int few = scene.options().either(100, 10_000);
        int many = scene.options().either(1_000, 1_000_000);
        scene.freshStack(options -> options);
        scene.step("makes templates");
        TemplateCustomers.create(scene, scene.options().either(50, BacklogDrain.TEMPLATES));
        try (Database channel = scene.channelDatabase()) {
            var filling = new ChannelDataFiller(channel);
            filling.addConverted(few);
            channel.execute("vacuum analyze");
            List<Map<String, Double>> small = search(scene, requests(channel, KINDS, false), few);
            scene.step("fills in %d customers".formatted(many));
            filling.addConverted(many - few);
            scene.step("vacuum analyze");
            channel.execute("vacuum analyze");
            channel.execute("checkpoint");
            report(scene, many, few, search(scene, requests(channel, KINDS, false), many), small);
        }
    }

    private void report(
            BenchmarkContext scene,
            int many,
            int few,
            List<Map<String, Double>> large,
            List<Map<String, Double>> small) {
        List<Double> p99 = of("", large);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < p99.size(); i++) {
            ratios.add(p99.get(i) / of("", small).get(i));
        }
        scene.report(this, "search among %,d, p99".formatted(many), "ms", MetricGoal.atMost(50, 20), p99);
        scene.report(this, "p99 against a search among %,d".formatted(few), "times", MetricGoal.atMost(3, 1.5), ratios);
        new TreeMap<>(KINDS)
                .keySet()
                .forEach(kind -> scene.report(this, "  p99, " + kind, "ms", null, of(kind, large)));
    }

    /** The values of a kind of search, one for each run; an empty kind is all of them. */
    static List<Double> of(String kind, List<Map<String, Double>> runs) {
        return runs.stream().map(run -> run.getOrDefault(kind, Double.NaN)).toList();
    }

    static List<Map<String, Double>> search(BenchmarkContext scene, List<ReadRequest> requests, int among)
            throws InterruptedException {
        URI address = scene.stack().addresses().channel("harbor");
        List<Map<String, Double>> runs = new ArrayList<>();
        // The first run is a warm-up.
        for (int i = 0; i <= scene.options().runs(); i++) {
            scene.step("searches among %d".formatted(among));
            var loop =
                    new OpenLoop(PER_SECOND, Duration.ofSeconds(scene.options().either(1, 10)), 16);
            runs.add(loop.run(() -> ReadRequest.Sender.to(address, DemoTokens.POS_HARBOR, requests), 99));
        }
        return runs.subList(1, runs.size());
    }

    /**
     * @param kinds what is typed for each kind of search, in SQL; customers for whom it is null are left out
     * @param partial whether customers that match partially are wanted if none matches
     */
    static List<ReadRequest> requests(Database channel, Map<String, String> kinds, boolean partial) {
        List<ReadRequest> requests = new ArrayList<>();
        kinds.forEach((kind, typed) -> channel.texts("""
                        select typed
                        from customer cross join lateral (select %s) as search (typed)
                        where account_number like 'S-%%' and email like '%%@%%' and phone is not null
                          and typed is not null
                        order by md5(async_customer_id::text) limit %d
                        """.formatted(typed, OF_EACH_KIND))
                .forEach(text -> requests.add(ReadRequest.post(
                        kind,
                        "/api/v1/customers/search",
                        JSON.writeValueAsString(
                                Map.of("query", text, "scope", "channel", "limit", 20, "partial", partial))))));
        Collections.shuffle(requests, new Random(1));
        return requests;
    }
}
