package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ClosedLoop;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.HqClient;

/** Measures how much sooner a POS terminal gets its response when HQ is not called. */
final class AsyncVersusSyncLatency implements Benchmark {

    private static final String PROFILE = "/api/v1/functionality-profiles/stores";
    // In each direction, so 50 ms for a round trip.
    private static final Duration ADDED_EACH_WAY = Duration.ofMillis(25);

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public String title() {
        return "Async against sync creation, the same request; HQ near, and with 50 ms added on the way to it";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 2 + 3 * options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        scene.stack();
        try {
            measure(scene, new RequestBodies(11));
        } finally {
            scene.proxyToHq().restore();
            mode(scene, true);
        }
    }

    private void measure(BenchmarkContext scene, RequestBodies bodies) throws IOException, InterruptedException {
        List<Double> near = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        List<Double> async = new ArrayList<>();
        warmUp(scene, bodies);
        double calls = 0;
        for (int i = 0; i < scene.options().runs(); i++) {
            mode(scene, true);
            scene.step("async");
            double before = callsToHq(scene);
            async.add(create(scene, bodies));
            calls += callsToHq(scene) - before;
            mode(scene, false);
            scene.step("sync");
            near.add(create(scene, bodies) / async.get(i));
            scene.proxyToHq().slow(ADDED_EACH_WAY);
            scene.step("sync, HQ 50 ms away");
            far.add(create(scene, bodies) / async.get(i));
            scene.proxyToHq().restore();
        }
        scene.report(this, "time of a sync create against an async one", "times", MetricGoal.atLeast(2, 3), near);
        scene.report(this, "the same with HQ 50 ms away", "times", MetricGoal.atLeast(10, 20), far);
        scene.report(this, "calls to HQ in async mode", "", MetricGoal.atMost(0, 0), List.of(calls));
        scene.report(this, "  an async create, p50", "ms", null, async);
    }

    // Long, and in both modes: a single client gives the JIT compilers little to compile, and code that is not yet
    // compiled takes several times as long.
    private static void warmUp(BenchmarkContext scene, RequestBodies bodies) throws IOException, InterruptedException {
        for (boolean async : List.of(true, false)) {
            scene.step("warms up");
            mode(scene, async);
            create(scene, bodies, scene.options().either(1, 45));
        }
        scene.awaitNumbers();
    }

    private static double create(BenchmarkContext scene, RequestBodies bodies) throws InterruptedException {
        return create(scene, bodies, scene.options().either(1, 5));
    }

    /** The median latency, in milliseconds, of one client that creates customers sequentially. */
    private static double create(BenchmarkContext scene, RequestBodies bodies, int seconds)
            throws InterruptedException {
        URI channel = scene.stack().addresses().channel("harbor");
        var span = Duration.ofSeconds(seconds);
        return new ClosedLoop(1, span)
                .run(() -> CustomerCreationClient.at(channel, bodies))
                .p50();
    }

    private static void mode(BenchmarkContext scene, boolean async) throws IOException, InterruptedException {
        HqClient hq = scene.target().hq();
        String etag = hq.http().get(PROFILE).expect(200).etag().orElseThrow();
        var wanted = Map.of(
                "id", "stores", "name", "Stores", "createCustomersInAsyncMode", async, "createOrdersInAsyncMode", true);
        hq.http().send("PUT", PROFILE, wanted, Map.of("If-Match", etag)).expect(200);
        scene.await("the channel changes its mode", Duration.ofSeconds(30), () -> {
            var running = scene.target().till().configuration().expect(200);
            return running.text("customerCreationMode").orElse("").equals(async ? "ASYNC" : "SYNC");
        });
    }

    /** According to HQ's metric. */
    private static double callsToHq(BenchmarkContext scene) throws IOException, InterruptedException {
        URI metrics = scene.stack().addresses().management("hq").resolve("/actuator/prometheus");
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .header("Authorization", "Bearer " + DemoTokens.SCRAPE)
                .build();
        String text = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return text.lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count") && line.contains("uri=\"/realtime"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
