package io.counterpart.hq.stuck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class StuckCustomerViewsIT extends StuckCustomerSupport {

    @Autowired
    StuckMetrics metrics;

    @Autowired
    StuckCustomersHealthIndicator health;

    @Autowired
    MeterRegistry meters;

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

    private void session(long from, long to, int rows) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, finished_at, checks)
                values (gen_random_uuid(), 'harbor', %d, %d, %d, 'UPLOADED', 1, now() - interval '5 minutes',
                  now() - interval '5 minutes', 1)
                """.formatted(from, to, rows));
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
