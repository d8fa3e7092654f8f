package io.counterpart.hq.reconciliation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Operations that a channel database uploaded and HQ did not stage are requested again, and answered when they arrive.
 */
@HqManualContext
class UploadRerunIT extends UploadSupport {

    private static final String PATH = "/api/v1/upload-sessions/rerun";

    @Autowired
    ApiClient client;

    @Autowired
    MockMvcTester http;

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
}
