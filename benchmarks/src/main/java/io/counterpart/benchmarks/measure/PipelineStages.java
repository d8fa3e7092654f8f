package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.counterpart.benchmarks.PJobClient;
import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ChannelDataFiller;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.stack.client.HqClient;
import io.counterpart.stack.process.ToolRun;

/** Measures each stage of the pipeline while the others are stopped, in warm JVMs. */
final class PipelineStages implements Benchmark {

    private static final String SYNCHRONIZE = "synchronize-customers-and-channel-requests";
    private static final String CUSTOMERS_1010 = "1010";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Map<String, MetricGoal> AIMS = new TreeMap<>(Map.of(
            "1 P-job: log to Kafka (events/s)", MetricGoal.atLeast(25_000, 35_000),
            "2 Kafka to staging (events/s)", MetricGoal.atLeast(8_000, 15_000),
            "3 Synchronize (customers/s)", MetricGoal.atLeast(5_000, 10_000),
            "4 1010: HQ's log to Kafka to the channel (customers/s)", MetricGoal.atLeast(8_000, 15_000)));

    private static final String LAST_WAITING =
            "select replication_counter::text from async_operation_queue order by replication_counter desc limit 1";

    // The first batch only marks the start: its own duration is unknown.
    private static final String RATE = """
            with batch as (select %1$s as at, count(*) as rows from %2$s where %1$s > ?::timestamptz group by 1)
            select (sum(rows) - (select rows from batch order by at limit 1))
              / greatest(extract(epoch from max(at) - min(at)), 0.001)
            from batch
            """;

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public String title() {
        return "The stages alone: each held until the one before is done";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return 1 + 5 * options.runs();
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        var rates = new TreeMap<String, List<Double>>();
        AIMS.keySet().forEach(stage -> rates.put(stage, new java.util.ArrayList<>()));
        // Otherwise HQ would notify the channels of every pending customer while Synchronize is held.
        scene.freshStack(options -> options.withProperty("hq", "hq.synchronization.tell-pending-after", "1h"));
        BacklogDrain.warm(scene).close();
        try (Database channel = scene.channelDatabase();
                Database hq = scene.hqDatabase()) {
            var filling = new ChannelDataFiller(channel);
            for (int i = 0; i < scene.options().runs(); i++) {
                List<Double> run = new StageRun(scene, channel, hq).take(filling);
                int stage = 0;
                for (List<Double> values : rates.values()) {
                    values.add(run.get(stage++));
                }
            }
        }
        rates.forEach((stage, values) -> scene.report(this, stage, "per s", AIMS.get(stage), values));
    }

    /** One backlog, measured stage by stage. */
    private record StageRun(BenchmarkContext scene, Database channel, Database hq) {

        List<Double> take(ChannelDataFiller filling) throws IOException, InterruptedException {
            HqClient operator = scene.target().hq();
            var pJob = new PJobClient(scene.target());
            pJob.hold();
            operator.holdJob(SYNCHRONIZE).expect(200);
            try {
                scene.step("fills the log");
                filling.addPending(2 * scene.options().customers());
                channel.execute("checkpoint");
                double toKafka = toKafka(pJob);
                double toStaging = toStaging();
                // Not earlier: 1010's relay also carries the notifications for the P-job.
                operator.holdJob(CUSTOMERS_1010).expect(200);
                double synchronize = synchronize(operator);
                return List.of(toKafka, toStaging, synchronize, toChannel(operator, filling.first()));
            } finally {
                // Also resumes HQ if the run was aborted while HQ was suspended.
                signal("CONT");
                operator.releaseJob(SYNCHRONIZE);
                operator.releaseJob(CUSTOMERS_1010);
                pJob.release();
            }
        }

        // HQ is suspended during this stage, or it would stage what the P-job sends.
        private double toKafka(PJobClient pJob) throws IOException, InterruptedException {
            scene.step("P-job");
            pJob.release();
            scene.await(
                    "the channel releases the P-job",
                    SOON,
                    () -> channel.text("select held from p_job_setting where not held")
                            .isPresent());
            signal("STOP");
            long begin = System.nanoTime();
            double waiting = channel.number("select count(*) from async_operation_queue");
            // No row has the number 0: if there are few rows, all may already be sent.
            String last = channel.text(LAST_WAITING).orElse("0");
            scene.await(
                    "the log is sent",
                    LIMIT,
                    () -> channel.text(
                                    "select 'waits' from async_operation_queue where replication_counter = ?::bigint",
                                    last)
                            .isEmpty());
            return waiting * 1e9 / (System.nanoTime() - begin);
        }

        private double toStaging() throws IOException, InterruptedException {
            scene.step("staging");
            String begin = now();
            signal("CONT");
            double all = 2.0 * scene.options().customers();
            seldom("all is staged", () -> hq.number("select count(*) from open_operation") >= all);
            return rate(hq, "staged_at", "async_operation", begin);
        }

        private double synchronize(HqClient operator) throws IOException, InterruptedException {
            scene.step("Synchronize");
            String begin = now();
            operator.releaseJob(SYNCHRONIZE).expect(200);
            seldom("all are converted", () -> hq.number("select count(*) from open_operation") == 0);
            return rate(hq, "converted_at", "customer", begin);
        }

        private double toChannel(HqClient operator, String first) throws IOException, InterruptedException {
            scene.step("1010");
            String begin = now();
            operator.releaseJob(CUSTOMERS_1010).expect(200);
            seldom(
                    "all are back",
                    () -> channel.number(
                                    "select count(*) from customer where async_customer_id >= ?::uuid and account_number is null",
                                    first)
                            == 0);
            return rate(channel, "returned_at", "customer", begin);
        }

        // Counting uses time of the measured database; the rates come from the timestamps in the rows.
        private void seldom(String what, BenchmarkContext.Condition counted) throws IOException, InterruptedException {
            scene.await(what, LIMIT, () -> {
                Thread.sleep(500);
                return counted.holds();
            });
        }

        private String now() {
            return hq.text("select clock_timestamp()").orElseThrow();
        }

        private void signal(String signal) throws IOException {
            ToolRun.run(List.of("kill", "-" + signal, Long.toString(scene.pid("hq"))));
        }

        private static double rate(Database database, String time, String table, String since) {
            return database.number(RATE.formatted(time, table), since);
        }
    }
}
