package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.contract.Topics;
import io.counterpart.endtoend.monitoring.MonitoringFiles;
import io.counterpart.endtoend.monitoring.PrometheusServer;
import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Each link is broken in turn, and a real Prometheus alerts within a minute; needs its program on the path. */
@Tag("long")
class AlertsFireIT extends RuleScenario {

    private static final Logger log = LoggerFactory.getLogger(AlertsFireIT.class);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static PrometheusServer prometheus;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(ShellCommand.exists("prometheus"), "There is no prometheus here: alerts are not seen to fire");
        LocalStack stack = SharedStack.get();
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prometheus");
        prometheus = PrometheusServer.start(
                directory,
                Map.of(
                        "channel-harbor:9081", target(stack, "harbor"),
                        "channel-online:9082", target(stack, "online"),
                        "hq:9080", target(stack, "hq")));
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void withoutHeadquarters() throws IOException {
        stack.kill("hq");
        try {
            fires("InstanceDown");
            fires("HeadquartersUnreachable");
            assertThat(sync("harbor")).contains("DELAYED", "headquarters");
        } finally {
            stack.start("hq");
        }
        ends("HeadquartersUnreachable");
    }

    @Test
    void withoutKafka() throws IOException {
        stack.kill("kafka");
        try {
            fires("KafkaUnreachable");
            assertThat(sync("harbor")).contains("DELAYED", "kafka");
        } finally {
            stack.start("kafka");
        }
        ends("KafkaUnreachable");
    }

    @Test
    void withoutADatabase() throws IOException {
        stack.kill("postgres");
        try {
            fires("DatabaseUnreachable");
        } finally {
            stack.start("postgres");
        }
        ends("DatabaseUnreachable");
    }

    @Test
    void withAJobOnHold() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        // It may be on purpose: the alert waits for five minutes.
        isPendingOrFires("JobOnHold");
        administration.release(AdministrationFixture.SYNCHRONIZE);
        administration.hold("P-0001");
        isPendingOrFires("UploadOnHold");
        administration.release("P-0001");
    }

    @Test
    void withRecordsThatCannotBeAppliedReadOrTrusted() throws IOException {
        UUID customer = UUID.randomUUID();
        var topic = new TopicProbe(stack.addresses().kafka(), Topics.P_0001);
        String operation = OperationFixtures.creation(customer, name, "NO-SUCH-GROUP");

        topic.putAs("harbor", customer.toString(), operation);
        topic.put("harbor", "no JSON");
        topic.put(customer.toString(), operation);

        isPendingOrFires("FailedOperations");
        fires("DeadLetters");
        fires("WrongSignatures");
    }

    @Test
    void theDashboardsShowSomething() throws IOException {
        accountNumberOf(stack.online(), pendingCustomer(newCustomer()));
        var empty = new TreeSet<String>();
        eventually().untilAsserted(() -> {
            empty.clear();
            for (Map.Entry<String, String> query :
                    MonitoringFiles.dashboardQueries().entrySet()) {
                String expression = query.getValue().replaceAll("\\$\\w+", ".*");
                if (!query.getKey().contains("$")
                        && prometheus.query(expression).isEmpty()) {
                    empty.add(query.getKey());
                }
            }
            // Those of failures and of hours are empty.
            assertThat(empty).hasSizeLessThan(MonitoringFiles.dashboardQueries().size() / 4);
        });
        log.info("Panels without data: {}", empty);
    }

    private static void fires(String alert) {
        soon(alert, false);
    }

    private static void isPendingOrFires(String alert) {
        soon(alert, true);
    }

    private static void soon(String alert, boolean pendingToo) {
        long begin = System.nanoTime();
        Awaitility.await(alert)
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> prometheus.hasAlert(alert, pendingToo));
        log.info(
                "{} after {} s",
                alert,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private static void ends(String alert) {
        Awaitility.await("end of " + alert)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !prometheus.hasAlert(alert, true));
    }

    private String sync(String service) throws IOException {
        return new HttpText(stack.addresses().management(service), DemoTokens.SCRAPE).get("/actuator/health/sync");
    }

    private static String target(LocalStack stack, String service) {
        return "127.0.0.1:" + stack.addresses().management(service).getPort();
    }
}
