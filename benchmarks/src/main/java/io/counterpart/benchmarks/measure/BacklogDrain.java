package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.benchmarks.PJobClient;
import io.counterpart.benchmarks.tool.ChannelDataFiller;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.ProcessUsage;
import io.counterpart.stack.ProcessView;

/**
 * Fills a backlog of pending customers and measures how long it takes until the last one has its account number in the
 * channel.
 */
final class BacklogDrain implements AutoCloseable {

    static final int TEMPLATES = 1_000;
    static final List<String> SERVICES = List.of("hq", "harbor");

    private static final int WARM_UP = 20_000;
    private static final String NEXT_WITHOUT = """
            select async_customer_id from customer
            where async_customer_id >= ?::uuid and account_number is null
            order by async_customer_id limit 1
            """;

    private final BenchmarkContext scene;
    private final Database channel;
    private final ChannelDataFiller filling;
    private final PJobClient pJob;

    private BacklogDrain(BenchmarkContext scene) {
        this.scene = scene;
        this.channel = scene.channelDatabase();
        this.filling = new ChannelDataFiller(channel);
        this.pJob = new PJobClient(scene.target());
    }

    /** Uses the stack of the context after a warm-up: otherwise a JVM that was just started would be measured. */
    static BacklogDrain warm(BenchmarkContext scene) throws IOException, InterruptedException {
        TemplateCustomers.create(scene, scene.options().either(50, TEMPLATES));
        var drain = new BacklogDrain(scene);
        scene.step("warms up");
        drain.run(scene.options().either(100, WARM_UP));
        return drain;
    }

    /**
     * The result of one run.
     *
     * @param cpuSeconds of each process
     * @param residentMegabytes of each service, when the last customer has its account number
     */
    record Result(int customers, Duration took, Map<String, Double> cpuSeconds, Map<String, Double> residentMegabytes) {

        double perSecond() {
            return customers * 1e9 / took.toNanos();
        }

        static List<Double> residentMegabytes(List<Result> runs, String service) {
            return runs.stream()
                    .map(run -> run.residentMegabytes().getOrDefault(service, Double.NaN))
                    .toList();
        }

        double cpuMillisPerCustomer() {
            return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() * 1_000 / customers;
        }
    }

    Result run(int customers) throws IOException, InterruptedException {
        pJob.hold();
        try {
            filling.addPending(customers);
            channel.execute("checkpoint");
        } catch (RuntimeException e) {
            pJob.release();
            throw e;
        }
        Map<String, Double> before = cpuSeconds();
        Instant begin = pJob.release();
        awaitNumbers(customers);
        var cpu = new LinkedHashMap<String, Double>();
        cpuSeconds().forEach((process, seconds) -> cpu.put(process, seconds - before.getOrDefault(process, 0.0)));
        var memory = new LinkedHashMap<String, Double>();
        SERVICES.forEach(service -> memory.put(service, ProcessUsage.residentMegabytes(scene.pid(service))));
        String last = channel.text(
                        "select extract(epoch from max(returned_at)) from customer where async_customer_id >= ?::uuid",
                        filling.first())
                .orElseThrow();
        long millis = Math.round(Double.parseDouble(last) * 1_000);
        var took = Duration.between(begin, Instant.ofEpochMilli(millis));
        return new Result(customers, took, cpu, memory);
    }

    // Follows the key from the oldest missing number, so that a query costs almost nothing for any backlog size.
    private void awaitNumbers(int customers) throws IOException, InterruptedException {
        var limit = Duration.ofSeconds(60 + customers / 500);
        String[] oldest = {filling.first()};
        scene.await("all %d customers have a number".formatted(customers), limit, () -> {
            var missing = channel.text(NEXT_WITHOUT, oldest[0]);
            missing.ifPresent(id -> oldest[0] = id);
            Thread.sleep(100);
            return missing.isEmpty();
        });
    }

    private Map<String, Double> cpuSeconds() {
        var seconds = new LinkedHashMap<String, Double>();
        for (ProcessView process : scene.stack().processes()) {
            Long pid = process.pid();
            if (pid != null) {
                seconds.put(process.name(), ProcessUsage.cpuSeconds(pid));
            }
        }
        return seconds;
    }

    @Override
    public void close() {
        channel.close();
    }
}
