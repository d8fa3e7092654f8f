package io.counterpart.hq.stuck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class StuckCustomersIT {

    private static final String PATH = "/api/v1/stuck-customers";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    @Autowired
    StuckMetrics metrics;

    @Autowired
    StuckCustomersHealthIndicator health;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ApplicationContext context;

    private String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        operator = work.bearer(TokenRole.HQ_API, null);
        heartbeat(1, Instant.now().minusSeconds(600), false);
    }

    @Test
    void whoFailedIsForAnOperatorToRetry() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer, OperationFixtures.profile(null, null, "a@example.com"), null),
                second(customer)));
        work.synchronize();
        assertThat(items()).isEmpty();
        old();

        JsonNode only = only();
        assertThat(only.path("asyncCustomerId").asString()).isEqualTo(customer.toString());
        assertThat(only.path("stage").asString()).isEqualTo("FAILED");
        assertThat(only.path("actor").asString()).isEqualTo("OPERATOR");
        assertThat(only.path("remedy").asString()).isEqualTo("RETRY_OPERATION");
        assertThat(only.path("reason").asString()).isNotBlank();
        assertThat(only.path("operationId").asString()).isNotBlank();

        work.repairPayload(customer, "{body,content,profile,lastName}", "\"Lee\"");
        fix(customer, "OPERATOR").flash().containsEntry("done", "Operation retried.");
        work.synchronize();
        assertThat(items()).isEmpty();
    }

    @Test
    void whatIsDueHealsItselfUnlessItsJobIsHeld() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer, OperationFixtures.profile("Ann", "Lee", "a@example.com"), null)));
        old();
        assertThat(only().path("stage").asString()).isEqualTo("STAGED");
        assertThat(only().path("actor").asString()).isEqualTo("NOBODY");
        assertThat(only().path("remedy").asString()).isEqualTo("RUN_JOB");

        String job = "synchronize-customers-and-channel-requests";
        work.hold(job, true);
        assertThat(only().path("remedy").asString()).isEqualTo("RELEASE_JOB");
        assertThat(only().path("actor").asString()).isEqualTo("OPERATOR");

        fix(customer, "OPERATOR").flash().containsKey("done");
        assertThat(work.texts("select held::text from batch_job where job = '" + job + "'"))
                .containsExactly("false");
    }

    @Test
    void whatCameWithoutItsPredecessorIsBlocked() {
        work.stage(List.of(second(UUID.randomUUID())));
        work.synchronize();
        old();

        assertThat(only().path("stage").asString()).isEqualTo("WAITING");
        assertThat(only().path("remedy").asString()).isEqualTo("UPLOAD_AGAIN");
    }

    @Test
    void whatWasUploadedAndTrimmedIsKnownByTheChannelsReport() {
        UUID lost = UUID.randomUUID();
        report(pending(lost, UUID.randomUUID(), true), pending(UUID.randomUUID(), UUID.randomUUID(), false));

        assertThat(items())
                .extracting(it -> it.path("stage").asString())
                .containsExactly("UPLOADED_NOT_STAGED", "NOT_UPLOADED");
        assertThat(items().get(0).path("remedy").asString()).isEqualTo("UPLOAD_AGAIN");
        assertThat(items().get(0).path("channel").asString()).isEqualTo("HARBOR");
        assertThat(items().get(1).path("remedy").asString()).isEqualTo("RUN_JOB");

        heartbeat(1, Instant.now().minusSeconds(600), true);
        assertThat(items().get(1).path("remedy").asString()).isEqualTo("RELEASE_JOB");
        assertThat(items().get(1).path("job").asString()).isEqualTo("P-0001");
    }

    @Test
    void aChannelThatIsSilentIsForTheAdministratorOfItsNetwork() {
        report(pending(UUID.randomUUID(), UUID.randomUUID(), false));
        work.jdbcUpdate("update channel_heartbeat set at = now() - interval '5 minutes'");

        assertThat(only().path("actor").asString()).isEqualTo("STORE_NETWORK_ADMINISTRATOR");
        assertThat(only().path("remedy").asString()).isEqualTo("RESTORE_CONNECTION");
    }

    @Test
    void whatWasConvertedAndNotReturnedIsPublishedAgain() {
        UUID customer = UUID.randomUUID();
        CustomerOperation creation =
                OperationFixtures.creation(customer, OperationFixtures.profile("Ann", "Lee", "a@example.com"), null);
        work.stage(List.of(creation));
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log");
        report(pending(customer, creation.operationId(), true));
        assertThat(only().path("stage").asString()).isEqualTo("CONVERTED_NOT_RETURNED");
        assertThat(only().path("remedy").asString()).isEqualTo("PUBLISH_AGAIN");

        fix(customer, "OPERATOR").flash().containsEntry("done", "Customer published again.");
        assertThat(work.publishedTo(Topics.CUSTOMERS_1010))
                .singleElement()
                .asString()
                .contains(customer.toString());
        assertThat(work.texts("select action from audit_entry")).contains("publish-again");
    }

    @Test
    void aLaterReportReplacesTheListAndAHeartbeatWithoutPendingCustomersEmptiesIt() {
        UUID first = UUID.randomUUID();
        report(pending(first, UUID.randomUUID(), true), pending(UUID.randomUUID(), UUID.randomUUID(), true));
        report(pending(first, UUID.randomUUID(), true));
        assertThat(only().path("asyncCustomerId").asString()).isEqualTo(first.toString());

        work.jdbcUpdate("update pending_customer set reported_at = now() - interval '1 minute'");
        heartbeat(0, null, false);
        assertThat(items()).isEmpty();
    }

    @Test
    void comesInPagesByChannelDatabaseAndRefusesWhatItDoesNotKnow() {
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        old();
        report(pending(UUID.randomUUID(), UUID.randomUUID(), true));

        var found = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = work.tree(client.get(operator, PATH + "?limit=1" + next));
            found.add(page.path("items").path(0).path("asyncCustomerId").asString());
            next = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!next.isEmpty());
        assertThat(found).hasSize(3).doesNotHaveDuplicates();

        assertThat(work.tree(client.get(operator, PATH + "?channelDatabase=online"))
                        .path("items"))
                .isEmpty();
        assertThat(client.get(operator, PATH + "?database=online")).hasStatus(400);
        assertThat(client.get(operator, PATH + "?limit=0")).hasStatus(422);
        assertThat(client.get("Bearer nobody", PATH)).hasStatus(401);
    }

    @Test
    void aViewerSeesThePageAndOnlyAnOperatorActs() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(
                customer, OperationFixtures.profile("Ann", "Leeward", "a@example.com"), null)));
        old();

        page("VIEWER")
                .contains("Ann Leeward", customer.toString(), "At HQ, due")
                .doesNotContain("Run job Synchronize");
        page("OPERATOR").contains("Run job Synchronize");
        fix(customer, "VIEWER").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.post()
                        .uri("/stuck-customers/fix")
                        .param("channelDatabase", "harbor")
                        .param("asyncCustomerId", customer.toString())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/sign-in");
        fix(UUID.randomUUID(), "OPERATOR").flash().containsKey("fault");
    }

    @Test
    void pipelineMetricsAndHealthSayWhatNeverArrived() {
        session(1, 3, 3);
        metrics.refresh();

        assertThat(client.get(operator, "/api/v1/pipeline")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"channelDatabase": "harbor", "pendingCustomers": 1, "waiting": {"uploadedNotStaged": 3}},
                  {"channelDatabase": "online", "waiting": {"uploadedNotStaged": 0}}]}
                """);
        assertThat(meters.get("hq.operations.uploaded.not.staged")
                        .tag("channel.database", "harbor")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(meters.get("hq.customers.pending.oldest.age")
                        .tag("channel.database", "harbor")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(600);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DELAYED");

        work.stageRecords(numbered(
                List.of(OperationFixtures.creation(), OperationFixtures.creation(), OperationFixtures.creation())));
        metrics.refresh();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    private List<ConsumerRecord<String, byte[]>> numbered(List<CustomerOperation> operations) {
        List<ConsumerRecord<String, byte[]>> records = work.records(operations);
        for (int i = 0; i < records.size(); i++) {
            records.get(i)
                    .headers()
                    .add(
                            RecordHeaders.REPLICATION_COUNTER,
                            String.valueOf(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }

    private JsonNode items() {
        return work.tree(client.get(operator, PATH)).path("items");
    }

    private JsonNode only() {
        JsonNode items = items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void old() {
        work.jdbcUpdate("update async_operation set staged_at = staged_at - interval '5 minutes'");
    }

    private static CustomerOperation second(UUID customer) {
        return OperationFixtures.edit(customer, 2, new FieldChange("phone", "+1 555 0100", "+1 555 0199"));
    }

    private static ChannelReport.PendingCustomer pending(UUID customer, UUID operation, boolean uploaded) {
        Instant since = Instant.now().minus(10, ChronoUnit.MINUTES);
        return new ChannelReport.PendingCustomer(customer, "HARBOR", operation, 1, 7, since, uploaded);
    }

    private void report(ChannelReport.PendingCustomer... customers) {
        listen(new ChannelReport.PendingCustomers(1, "harbor", Instant.now(), List.of(customers)));
    }

    private void heartbeat(long pending, @Nullable Instant since, boolean held) {
        listen(new ChannelReport.Heartbeat(
                1, "harbor", Instant.now(), 0, null, held, Map.of(), 1, null, pending, since, null, null, null));
    }

    private void listen(ChannelReport report) {
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"), "on", List.of(TestDriver.record("harbor", work.json(report), 0)));
    }

    private void session(long from, long to, int rows) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, finished_at, checks)
                values (gen_random_uuid(), 'harbor', %d, %d, %d, 'UPLOADED', 1, now() - interval '5 minutes',
                  now() - interval '5 minutes', 1)
                """.formatted(from, to, rows));
    }

    private MvcTestResultAssert fix(UUID customer, String role) {
        return assertThat(http.post()
                .uri("/stuck-customers/fix")
                .param("channelDatabase", "harbor")
                .param("asyncCustomerId", customer.toString())
                .with(csrf())
                .with(user("o").roles(role)));
    }

    private org.assertj.core.api.AbstractStringAssert<?> page(String role) {
        return assertThat(http.get()
                        .uri("/stuck-customers")
                        .with(user("o").roles(role))
                        .accept("text/html"))
                .hasStatusOk()
                .bodyText();
    }
}
