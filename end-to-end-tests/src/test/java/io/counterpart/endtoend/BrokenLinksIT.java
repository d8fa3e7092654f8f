package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.Topics;
import io.counterpart.endtoend.monitoring.AlertCondition;
import io.counterpart.endtoend.monitoring.MetricsPage;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.network.TcpProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each link is broken in turn: within a minute the affected service says so, and the values that it shows make the
 * expression of an alert true which has a run book. Needs no Prometheus, unlike {@link AlertsFireIT}.
 */
@Tag("long")
class BrokenLinksIT extends RuleScenario {

    private static final Path RUN_BOOKS = Path.of("../docs/run-books.md");
    private static final String DEAD_LETTERS = "/api/v1/dead-letters/groups";

    private MetricsPage hqBefore = MetricsPage.parse("");
    private MetricsPage harborBefore = MetricsPage.parse("");

    @BeforeEach
    void remember() throws IOException {
        allIsWell();
        hqBefore = page("hq");
        harborBefore = page("harbor");
    }

    @Test
    void headquartersIsDown() throws IOException {
        stack.kill("hq");
        try {
            isNamed("harbor", "HeadquartersUnreachable", Map.of());
            says("harbor", "sync", "DELAYED", "Headquarters is not responding");
        } finally {
            stack.start("hq");
        }
        ends("harbor", "HeadquartersUnreachable");
    }

    /** The proxy accepts connections, as a load balancer does whose servers are all away. */
    @Test
    void theWayToHeadquartersIsCut() throws IOException {
        try (var way = TcpProxy.to("way", stack.addresses().hq().getPort())) {
            restartHarbor("-Dcounterpart.hq-url=http://127.0.0.1:" + way.port());
            way.cut();
            isNamed("harbor", "HeadquartersUnreachable", Map.of());
            says("harbor", "sync", "DELAYED", "Headquarters is not responding");
            way.restore();
            ends("harbor", "HeadquartersUnreachable");
        } finally {
            restartHarbor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq", "harbor"})
    void aDatabaseIsAway(String service) throws IOException {
        String database = service.equals("hq") ? "hq" : "channel_" + service;
        databases.allowConnections(database, false);
        try {
            isNamed(service, "DatabaseUnreachable", Map.of());
            says(service, "readiness", "DOWN");
            says(service, "liveness", "UP");
        } finally {
            databases.allowConnections(database, true);
        }
        allIsWell();
    }

    @Test
    void kafkaIsAway() throws IOException {
        stack.kill("kafka");
        try {
            isNamed("harbor", "KafkaUnreachable", Map.of());
            isNamed("hq", "KafkaUnreachable", Map.of());
            says("harbor", "sync", "DELAYED", "Kafka is not responding");
            says("hq", "topics", "problem");
        } finally {
            stack.start("kafka");
        }
        ends("harbor", "KafkaUnreachable");
        ends("hq", "KafkaUnreachable");
    }

    @Test
    void theUploadIsOnHold() throws IOException {
        administration.hold("P-0001");
        isNamed("harbor", "UploadOnHold", Map.of("channel_database", "harbor"));
        eventually()
                .untilAsserted(() -> assertThat(items("/api/v1/pipeline"))
                        .anyMatch(stage ->
                                stage.path("channelDatabase").asString().equals("harbor")
                                        && stage.path("held").asBoolean()));
        administration.release("P-0001");
        ends("harbor", "UploadOnHold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-0001", AdministrationFixture.SYNCHRONIZE, "1010"})
    void aJobIsOnHold(String job) throws IOException {
        administration.hold(job);
        isNamed("hq", "JobOnHold", Map.of("subject", job));
        assertThat(items("/api/v1/batch-jobs"))
                .anyMatch(it ->
                        it.path("job").asString().equals(job) && it.path("held").asBoolean());
        administration.release(job);
        ends("hq", "JobOnHold");
    }

    @Test
    void aRecordCannotBeReadOrTrusted() throws IOException {
        UUID customer = UUID.randomUUID();
        var topic = new TopicProbe(stack.addresses().kafka(), Topics.P_0001);
        topic.putAs("harbor", customer.toString(), "no JSON");
        topic.put(customer.toString(), OperationFixtures.creation(customer, name, "NO-SUCH-GROUP"));

        isNamed("hq", "DeadLetters", Map.of("cause", "INVALID_JSON"));
        isNamed("hq", "WrongSignatures", Map.of());
        assertThat(items(DEAD_LETTERS))
                .extracting(group -> group.path("cause").asString())
                .contains("INVALID_JSON")
                .anyMatch(cause -> cause.startsWith("SIGNATURE_"));

        administration.discardDeadLetters();
        ends("hq", "DeadLetters");
        ends("hq", "WrongSignatures");
    }

    private void isNamed(String service, String alert, Map<String, String> labels) throws IOException {
        assertThat(Files.readString(RUN_BOOKS)).contains("\n### " + alert + "\n");
        AlertCondition condition = AlertCondition.of(alert);
        MetricsPage before = service.equals("hq") ? hqBefore : harborBefore;
        eventually()
                .untilAsserted(() -> assertThat(condition.violations(before, page(service)))
                        .as(alert)
                        .anyMatch(it -> it.labels().entrySet().containsAll(labels.entrySet())));
    }

    private void ends(String service, String alert) throws IOException {
        AlertCondition condition = AlertCondition.of(alert);
        eventually()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(condition.violations(page(service), page(service)))
                        .as("end of " + alert)
                        .isEmpty());
        allIsWell();
    }

    private void allIsWell() {
        says("harbor", "sync", "\"status\":\"UP\"");
        says("harbor", "readiness", "\"status\":\"UP\"");
        says("hq", "readiness", "\"status\":\"UP\"");
    }

    private void says(String service, String group, String... texts) {
        eventually()
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(text(service, "/actuator/health/" + group)).contains(texts));
    }

    private Iterable<JsonNode> items(String path) throws IOException {
        return stack.hq().http().get(path).expect(200).body().path("items");
    }

    private void restartHarbor(String... arguments) {
        stack.stop("harbor");
        stack.start("harbor", arguments);
    }

    private MetricsPage page(String service) throws IOException {
        return MetricsPage.parse(text(service, "/actuator/prometheus"));
    }

    private String text(String service, String path) throws IOException {
        return new HttpText(stack.addresses().management(service), DemoTokens.SCRAPE).get(path);
    }
}
