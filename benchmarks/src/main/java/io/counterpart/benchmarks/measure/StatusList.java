package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.benchmarks.figure.Aim;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.HeadquartersFilling;
import io.counterpart.benchmarks.tool.OpenLoop;
import io.counterpart.stack.client.DemoTokens;

/** The list of operations that operators look at, when there are many. */
final class StatusList implements Measure {

    private static final String PATH = "/api/v1/synchronization-operations?limit=50";
    private static final int PER_SECOND = 20;
    private static final int SLOWEST = 4;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public String title() {
        return "Customer synchronization status with 1,000,000 operations: every filter, first and last page";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 4 + options.runs();
    }

    @Override
    public void run(Scene scene) throws IOException, InterruptedException {
        int operations = scene.options().either(1_000, 1_000_000);
        scene.freshStack(options -> options);
        scene.step("makes templates");
        Templates.make(scene, scene.options().either(50, 200));
        // What is open must stay so.
        scene.target()
                .hq()
                .holdJob("synchronize-customers-and-channel-requests")
                .expect(200);
        List<Request> requests;
        try (Database hq = scene.hqDatabase()) {
            scene.step("fills in %d operations".formatted(operations));
            new HeadquartersFilling(hq).addOperations(operations);
            hq.execute("checkpoint");
            requests = requests(hq);
        }
        List<Map<String, Double>> runs = new ArrayList<>();
        // The first only warms up.
        for (int i = 0; i <= scene.options().runs(); i++) {
            scene.step("looks");
            runs.add(look(scene, requests));
        }
        report(scene, operations, runs.subList(1, runs.size()));
    }

    private void report(Scene scene, int operations, List<Map<String, Double>> runs) {
        String what = "status API, %,d operations, p99 of all filters".formatted(operations);
        scene.report(this, what, "ms", Aim.atMost(200, 50), of("", runs));
        // All thirty would bury the rest of the table.
        runs.get(0).keySet().stream()
                .filter(kind -> !kind.isEmpty())
                .sorted(Comparator.comparing((String kind) -> -median(of(kind, runs))))
                .limit(SLOWEST)
                .forEach(kind -> scene.report(this, "  among the slowest: " + kind, "ms", null, of(kind, runs)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Double> of(String kind, List<Map<String, Double>> runs) {
        return runs.stream().map(run -> run.getOrDefault(kind, Double.NaN)).toList();
    }

    private static Map<String, Double> look(Scene scene, List<Request> requests) throws InterruptedException {
        URI hq = scene.stack().addresses().hq();
        var loop = new OpenLoop(PER_SECOND, Duration.ofSeconds(scene.options().either(2, 15)), 8);
        return loop.run(() -> Request.Sender.to(hq, DemoTokens.HQ_ADMIN, requests), 99);
    }

    /** Each filter alone and some together; of each the first page and the last. */
    private static List<Request> requests(Database hq) {
        List<Request> requests = new ArrayList<>();
        filters(hq).forEach((kind, filter) -> {
            requests.add(Request.get(kind, PATH + filter));
            requests.add(Request.get(kind + ", last page", PATH + filter + "&cursor=" + lastPage(hq)));
        });
        return requests;
    }

    // A cursor is where a page begins. Going there page by page would take twenty thousand requests.
    private static String lastPage(Database hq) {
        long position = (long) hq.number("select min(recid) + 40 from async_operation");
        return Long.toString(position, Character.MAX_RADIX);
    }

    private static Map<String, String> filters(Database hq) {
        String customer =
                "select %s from customer where account_number like 'S-%%' order by md5(account_number) limit 1";
        var filters = new LinkedHashMap<String, String>();
        filters.put("no filter", "");
        for (String status : List.of("FAILED", "WAITING", "PENDING", "SUCCEEDED")) {
            filters.put("status " + status, "&status=" + status);
        }
        filters.put("channel with most", "&channel=HARBOR");
        filters.put("channel with few", "&channel=STATION");
        filters.put("channel with none", "&channel=ONLINE");
        filters.put("kind with few", "&kind=EDIT_PROFILE");
        filters.put("kind with none", "&kind=CREATE_ORDER");
        filters.put("customer", "&customer=" + text(hq, customer.formatted("account_number")));
        filters.put("async customer id", "&customer=" + text(hq, customer.formatted("async_customer_id")));
        String from = "&from=" + text(hq, time("20 days"));
        String to = "&to=" + text(hq, time("19 days 23 hours"));
        filters.put("an hour ten days ago", from + to);
        filters.put("twenty old days", "&from=" + text(hq, time("30 days")) + to);
        filters.put("failed in that hour", "&status=FAILED" + from + to);
        filters.put("few in that hour", "&channel=STATION&kind=CREATE_CUSTOMER" + from + to);
        return filters;
    }

    private static String time(String ago) {
        return "select to_char(now() at time zone 'UTC' - interval '%s', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                .formatted(ago);
    }

    private static String text(Database database, String sql) {
        return database.text(sql).orElseThrow();
    }
}
