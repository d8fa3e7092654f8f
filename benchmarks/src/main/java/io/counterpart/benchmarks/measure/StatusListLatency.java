package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.measure.ReadRequest.Sender;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.HeadquartersDataFiller;
import io.counterpart.benchmarks.tool.OpenLoop;
import io.counterpart.benchmarks.tool.PageSession;
import io.counterpart.stack.client.DemoTokens;

/** Measures the operator's list of operations when it is long. */
final class StatusListLatency implements Benchmark {

    private static final String API = "/api/v1/synchronization-operations?limit=50";
    private static final String PAGE = "/synchronization?";
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
        return 4 + 2 * options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        int operations = scene.options().either(1_000, 1_000_000);
        scene.freshStack(options -> options);
        scene.step("makes templates");
        TemplateCustomers.create(scene, scene.options().either(50, 200));
        // Operations that are open must stay open.
        scene.target()
                .hq()
                .holdJob("synchronize-customers-and-channel-requests")
                .expect(200);
        List<ReadRequest> ofApi;
        List<ReadRequest> ofPage;
        try (Database hq = scene.hqDatabase()) {
            scene.step("fills in %d operations".formatted(operations));
            new HeadquartersDataFiller(hq).addOperations(operations);
            hq.execute("checkpoint");
            ofApi = ofApi(hq);
            ofPage = ofPage(hq);
        }
        URI address = scene.stack().addresses().hq();
        String cookie = PageSession.as("operator", address);
        report(scene, "API", operations, measureRequests(scene, () -> Sender.to(address, DemoTokens.HQ_ADMIN, ofApi)));
        report(scene, "page", operations, measureRequests(scene, () -> Sender.inABrowser(address, cookie, ofPage)));
    }

    private void report(BenchmarkContext scene, String which, int operations, List<Map<String, Double>> runs) {
        String what = "status %s, %,d operations, p99 of all filters".formatted(which, operations);
        scene.report(this, what, "ms", MetricGoal.atMost(200, 50), of("", runs));
        // All thirty would hide the rest of the table.
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

    private static List<Map<String, Double>> measureRequests(BenchmarkContext scene, OpenLoop.Clients clients)
            throws InterruptedException {
        List<Map<String, Double>> runs = new ArrayList<>();
        // The first run is a warm-up.
        for (int i = 0; i <= scene.options().runs(); i++) {
            scene.step("looks");
            var loop =
                    new OpenLoop(PER_SECOND, Duration.ofSeconds(scene.options().either(2, 15)), 8);
            runs.add(loop.run(clients, 99));
        }
        return runs.subList(1, runs.size());
    }

    /** Each filter alone and some combinations; for each, the first and the last page. */
    private static List<ReadRequest> ofApi(Database hq) {
        List<ReadRequest> requests = new ArrayList<>();
        // A cursor marks the start of a page. Paging to it would take twenty thousand requests.
        String last = "&cursor=" + Long.toString(lastPage(hq), Character.MAX_RADIX);
        var filters = new LinkedHashMap<>(filters());
        String from = "&from=" + text(hq, time("20 days"));
        String to = "&to=" + text(hq, time("19 days 23 hours"));
        filters.put("an hour twenty days ago", from + to);
        filters.put("twenty old days", "&from=" + text(hq, time("30 days")) + to);
        filters.put("failed in that hour", "&status=FAILED" + from + to);
        filters.put("few in that hour", "&channel=STATION&kind=CREATE_CUSTOMER" + from + to);
        String customer = customer(hq, "account_number");
        filters.put("customer", "&customer=" + customer);
        filters.put("async customer id", "&customer=" + customer(hq, "async_customer_id"));
        filters.forEach((kind, filter) -> {
            requests.add(ReadRequest.get(kind, API + filter));
            requests.add(ReadRequest.get(kind + ", last page", API + filter + last));
        });
        return requests;
    }

    /** The same through the HTML page, with search and sort order. */
    private static List<ReadRequest> ofPage(Database hq) {
        List<ReadRequest> requests = new ArrayList<>();
        String last = "&before=" + lastPage(hq);
        var filters = new LinkedHashMap<>(filters());
        String day = "&from=%1$s&to=%1$s".formatted(text(hq, day("20 days")));
        filters.put("not done", "&status=OPEN");
        filters.put("one cause", "&errorCode=benchmark");
        filters.put("a day twenty days ago", day);
        filters.put("twenty old days", "&from=%s&to=%s".formatted(text(hq, day("30 days")), text(hq, day("10 days"))));
        filters.put("failed on that day", "&status=FAILED" + day);
        filters.put("few on that day", "&channel=STATION&kind=CREATE_CUSTOMER" + day);
        filters.put("search: account number", "&q=" + customer(hq, "account_number"));
        filters.put("search: async customer id", "&q=" + customer(hq, "async_customer_id"));
        filters.put("search: nobody's id", "&q=00000000-0000-4000-8000-000000000000");
        filters.put("search: a text", "&q=smith");
        filters.put("search: a text of nobody", "&q=nobody");
        filters.forEach((kind, filter) -> {
            requests.add(ReadRequest.get(kind, PAGE + filter));
            requests.add(ReadRequest.get(kind + ", last page", PAGE + filter + last));
            requests.add(ReadRequest.get(kind + ", oldest first", PAGE + filter + "&sort=oldest"));
        });
        requests.add(ReadRequest.get("failures by cause", "/synchronization/causes"));
        requests.add(ReadRequest.get("home", "/"));
        return requests;
    }

    private static long lastPage(Database hq) {
        return (long) hq.number("select min(recid) + 40 from async_operation");
    }

    private static Map<String, String> filters() {
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
        return filters;
    }

    private static String customer(Database hq, String column) {
        return text(
                hq,
                "select %s from customer where account_number like 'S-%%' order by md5(account_number) limit 1"
                        .formatted(column));
    }

    private static String time(String ago) {
        return at("YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"", ago);
    }

    private static String day(String ago) {
        return at("YYYY-MM-DD", ago);
    }

    private static String at(String format, String ago) {
        return "select to_char(now() at time zone 'UTC' - interval '%s', '%s')".formatted(ago, format);
    }

    private static String text(Database database, String sql) {
        return database.text(sql).orElseThrow();
    }
}
