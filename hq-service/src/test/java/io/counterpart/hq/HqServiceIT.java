package io.counterpart.hq;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.testing.HqRunningContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.SignedRecords;
import io.counterpart.testsupport.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;

@HqRunningContext
class HqServiceIT extends HqServiceSupport {

    @Test
    void createsTheTopicsAndPublishesTheConfiguration() throws Exception {
        Awaitility.await().atMost(SOON).until(() -> work.count("distribution_log") == 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("cdx.p-0001", "cdx.p-0001.dlt", "cdx.1010", "cdx.control.dlt", "customers.converted");
            assertThat(admin.describeTopics(List.of("cdx.1010"))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(6));
        }
        assertThat(read(Topics.CHANNEL_CONFIGURATION_1070))
                .extracting(ConsumerRecord::key)
                .contains("HARBOR", "STATION", "ONLINE");
        assertThat(read(Topics.GLOBAL_CONFIGURATION_1110))
                .last()
                .satisfies(record -> assertThat(text(record)).contains("async-customer-editing", "VIP", "shoeSize"));
    }

    @Test
    void takesReportsAndShowsThePipeline() {
        var at = OperationFixtures.NOON;
        report(new ChannelReport.Heartbeat(
                1, "harbor", at, 3, at, false, Map.of("HARBOR", 1L), 2, 9L, 1L, at, null, null, null, null, "0.1.0"));
        report(new ChannelReport.UploadSession(
                1,
                UUID.randomUUID(),
                "harbor",
                1,
                9,
                2,
                "APPLIED",
                1,
                null,
                at,
                at.plusMillis(5),
                false,
                null,
                List.of(new ChannelReport.CounterSpan(1, 1), new ChannelReport.CounterSpan(9, 9))));
        report(new ChannelReport.DownloadSession(
                1, UUID.randomUUID(), "harbor", "1010", 9, "APPLIED", 1, null, at, at.plusMillis(5)));

        Awaitility.await().atMost(SOON).until(() -> work.count("download_session") == 1);
        assertThat(work.texts("select counters::text from upload_session")).containsExactly("{[1,2),[9,10)}");
        assertThat(http.get().uri("/api/v1/pipeline").header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"channelDatabase": "harbor", "globalVersion": 2, "waiting": {"channel": 3},
                            "serviceVersion": "0.1.0"},
                          {"channelDatabase": "online", "lastContact": null}]}
                        """);
        assertThat(http.get()
                        .uri("/api/v1/upload-sessions?channelDatabase=harbor")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"counterFrom\": 1, \"counterTo\": 9, \"status\": \"APPLIED\"}]}");
        assertThat(http.get()
                        .uri("/api/v1/download-sessions")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk();
    }

    @Test
    void isAliveAndReadyWithoutAskingKafka() {
        assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
        assertThat(http.get().uri("/actuator/prometheus")).hasStatus(401);
        assertThat(http.get().uri("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, "Bearer local-hq-admin"))
                .hasStatusOk()
                .bodyText()
                .contains("hq_operations_open", "hq_distribution_waiting", "hq_staging_operations");
        assertThat(http.get().uri("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, "Bearer local-scrape"))
                .hasStatusOk();
        assertThat(http.get().uri("/api/v1/channels").header(HttpHeaders.AUTHORIZATION, "Bearer local-scrape"))
                .hasStatus(401);
    }

    @Test
    void explainsItsProblemsAndItsApi() {
        assertThat(http.get().uri("/problems/headquarters-refused")).hasStatusOk();
        assertThat(http.get().uri("/v3/api-docs")).hasStatusOk().bodyText().contains("synchronization-operations");
        assertThat(http.get().uri("/api/v1/channels"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/unauthorized");
    }

    private void report(ChannelReport report) {
        send(List.of(SignedRecords.of(
                report.channelDatabase(),
                new ProducerRecord<>(
                        Topics.SESSIONS,
                        report.channelDatabase(),
                        json.write(report).getBytes(StandardCharsets.UTF_8)))));
    }
}
