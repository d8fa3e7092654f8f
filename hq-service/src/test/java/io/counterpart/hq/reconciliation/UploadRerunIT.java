package io.counterpart.hq.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Operations that a channel database uploaded and HQ did not stage are requested again, and answered when they arrive.
 */
@HqManualContext
class UploadRerunIT {

    private static final String PATH = "/api/v1/upload-sessions/rerun";

    @Autowired
    UploadCheckService checks;

    @Autowired
    UploadGaps gaps;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    private String api = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        api = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void requestsASpanThatWasUploadedAndNeverStagedOnceItsGraceIsOver() {
        stage(List.of(OperationFixtures.creation()), 1, false);
        session(1, 1, 1, "2 minutes");
        session(2, 4, 3, "2 minutes");
        session(5, 6, 2, "1 second");

        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(work.texts("select payload ->> 'action' || ' ' || (payload ->> 'channelDatabase') || ' '"
                        + " || (payload ->> 'counterFrom') || ' ' || (payload ->> 'counterTo') from configuration_log"))
                .containsExactly("UPLOAD_AGAIN harbor 2 4");
        assertThat(gaps.uploadedNotStaged()).containsOnlyKeys("harbor").containsEntry("harbor", 3L);
    }

    // After a failure, this session sent 1 and 5; between them are those of another session.
    @Test
    void countsOnlyTheCountersThatASessionHas() {
        stage(List.of(OperationFixtures.creation(), OperationFixtures.creation(), OperationFixtures.creation()), 2, false);
        session(1, 5, 2, "2 minutes");
        work.jdbcUpdate("update upload_session set counters = '{[1,2),[5,6)}'");

        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(gaps.uploadedNotStaged()).containsEntry("harbor", 2L);
        assertThat(client.get(api, "/api/v1/reconciliation?channelDatabase=harbor"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"complete": false, "missing": {"uploadedNotStaged": [{"uploaded": 2, "staged": 0}]}}
                        """);
    }

    // A channel database that was restored from a backup used the counter a second time.
    @Test
    void countsACounterThatWasUsedTwiceOnce() {
        stage(List.of(OperationFixtures.creation()), 1, false);
        stage(List.of(OperationFixtures.creation()), 1, false);
        session(1, 2, 2, "2 minutes");

        assertThat(checks.checkPage().requested()).isEqualTo(1);
    }

    @Test
    void waitsLongerBeforeEachFurtherRequestOfTheSameSpan() {
        session(2, 4, 3, "2 minutes");

        checks.checkPage();
        assertThat(checks.checkPage().requested()).isZero();
        work.jdbcUpdate("update upload_session set next_check_at = now() - interval '1 second'");
        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(work.number(
                        "select round(extract(epoch from next_check_at - now()) / 60)::bigint from upload_session"))
                .isEqualTo(4);
    }

    @Test
    void forgetsAGapThatWasFilledAndChecksNoSessionTwiceThatIsStaged() {
        session(1, 1, 1, "2 minutes");
        checks.checkPage();
        stage(List.of(OperationFixtures.creation()), 1, true);

        assertThat(gaps.uploadedNotStaged()).isEmpty();
        work.jdbcUpdate("update upload_session set next_check_at = now() - interval '1 second'");
        checks.checkPage();

        assertThat(work.number("select count(*) from upload_session where not staged"))
                .isZero();
    }

    @Test
    void requestsEverythingThatIsMissingOrASpanWhenAPersonAsks() {
        session(2, 4, 3, "1 second");

        assertThat(client.post(api, PATH, "{\"channelDatabase\": \"harbor\"}"))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"channelDatabase": "harbor", "spans": [{"counterFrom": 2, "counterTo": 4}]}
                        """);
        assertThat(client.post(api, PATH, "{\"channelDatabase\": \"harbor\", \"counterFrom\": 7, \"counterTo\": 9}"))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo("{\"spans\": [{\"counterFrom\": 7, \"counterTo\": 9}]}");
        assertThat(work.texts("select payload ->> 'counterFrom' from configuration_log order by replication_counter"))
                .containsExactly("2", "7");
        assertThat(work.count("audit_entry")).isEqualTo(2);
    }

    @Test
    void refusesAnUnknownDatabaseAndCountersThatAreNoSpan() {
        assertThat(client.post(api, PATH, "{\"channelDatabase\": \"nowhere\"}")).hasStatus(404);
        for (String counters : List.of(
                "\"counterFrom\": 0, \"counterTo\": 9",
                "\"counterFrom\": 9, \"counterTo\": 8",
                "\"counterFrom\": 9",
                "\"counterTo\": 9")) {
            assertThat(client.post(api, PATH, "{\"channelDatabase\": \"harbor\", " + counters + "}"))
                    .as(counters)
                    .hasStatus4xxClientError()
                    .bodyText()
                    .contains("/problems/validation", "/counter");
        }
        assertThat(work.count("configuration_log")).isZero();
    }

    @Test
    void anOperatorRequestsItOnThePageAndAViewerMayNot() {
        session(2, 4, 3, "2 minutes");
        checks.checkPage();
        work.jdbcUpdate("truncate configuration_log");

        assertThat(http.post()
                        .uri("/sessions/harbor/rerun")
                        .with(csrf())
                        .with(user("v").roles("VIEWER")))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/sessions/harbor/rerun")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(302)
                .flash()
                .hasEntrySatisfying(
                        "done", it -> assertThat(it).asString().contains("sessions.flash.uploadsAgain", "[harbor, 1]"));
        assertThat(work.count("configuration_log")).isEqualTo(1);

        work.jdbcUpdate("update upload_session set rerun = true, rerun_for = id");
        assertThat(http.get().uri("/sessions").with(user("o").roles("OPERATOR")).accept("text/html"))
                .bodyText()
                .contains("Upload again", "Rerun of");
    }

    @Test
    void publishesACustomerAgainWhenItsDoneOperationIsUploadedAgain() {
        CustomerOperation done = OperationFixtures.creation();
        stage(List.of(done), 1, false);
        work.synchronize();
        CustomerOperation open = OperationFixtures.creation();
        stage(List.of(open), 2, false);
        work.jdbcUpdate("truncate distribution_log");

        stage(List.of(done), 1, false);
        assertThat(work.publishedTo(Topics.CUSTOMERS_1010)).isEmpty();
        stage(List.of(done, open), 1, true);

        assertThat(work.texts("select aggregateid from distribution_log"))
                .containsExactly(work.accountNumber(done.asyncCustomerId()));
        assertThat(work.count("async_operation")).isEqualTo(2);
    }

    private void stage(List<CustomerOperation> operations, long firstCounter, boolean rerun) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(work.records(operations));
        for (int i = 0; i < records.size(); i++) {
            var headers = records.get(i).headers();
            headers.add(
                    RecordHeaders.REPLICATION_COUNTER,
                    Long.toString(firstCounter + i).getBytes(StandardCharsets.UTF_8));
            if (rerun) {
                headers.add(RecordHeaders.RERUN, "true".getBytes(StandardCharsets.UTF_8));
            }
        }
        work.stageRecords(records);
    }

    private void session(long from, long to, int rows, String age) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, received_at)
                values (gen_random_uuid(), 'harbor', %d, %d, %d, 'UPLOADED', 1, now(), now() - interval '%s')
                """.formatted(from, to, rows, age));
    }
}
