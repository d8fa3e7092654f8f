package io.counterpart.hq.home;

import java.util.stream.StreamSupport;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The figures of the home page agree with each other, with the other pages, and with what was done a moment ago. */
@HqManualContext
class HomeFiguresTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    @Test
    void aCustomerCreatedOfflineLongAgoDoesNotDistortTheLatency() throws Exception {
        customer(1, "FUNCTIONALITY_PROFILE", "400 milliseconds");
        customer(2, "REALTIME_SERVICE_UNREACHABLE", "400 milliseconds");
        customer(3, "POS_OFFLINE", "5 hours 27 minutes");

        String figures = page("/").select(".figures").text();

        assertThat(figures)
                .contains("0.4 s median time to account number", "p95 0.4 s", "without customers created offline")
                .doesNotContain("5 h");
    }

    @Test
    void aBacklogOfCustomersThatWereCreatedOnlineCounts() throws Exception {
        customer(1, "REALTIME_SERVICE_UNREACHABLE", "2 hours");

        assertThat(page("/").select(".figures").text()).contains("2 h median time to account number");
    }

    @Test
    void thereIsNoLatencyWhileAllCustomersAreCreatedOffline() throws Exception {
        customer(1, "POS_OFFLINE", "5 hours 27 minutes");

        assertThat(page("/").select(".figures").text())
                .contains("– median time to account number")
                .doesNotContain("p95");
    }

    @Test
    void everyPageAndTheApiCountTheSameFailedOperations() throws Exception {
        operation(1, "harbor", "FAILED");
        operation(2, "harbor", "PENDING");
        operation(3, "removed", "FAILED");
        operation(4, "removed", "FAILED");

        Document home = page("/");
        assertThat(home.select(".figure[href*=FAILED] b").text()).isEqualTo("3");
        assertThat(home.select(".side a[href=/synchronization] .count > span:first-child")
                        .text())
                .isEqualTo("3");
        assertThat(home.select(".lane").eachText())
                .anyMatch(lane -> lane.startsWith("harbor") && lane.contains("1 failed"))
                .anyMatch(lane -> lane.startsWith("removed") && lane.contains("2 failed"))
                .hasSize(3);
        assertThat(page("/synchronization").select(".tabs").text()).contains("Failed (3)", "Open (4)");
        assertThat(failedOfPipeline()).isEqualTo(3);
    }

    @Test
    void aChannelDatabaseThatWasRemovedIsNotExpectedToRespond() throws Exception {
        operation(1, "removed", "FAILED");

        String text = page("/").select("main").text();

        assertThat(text)
                .contains("removed", "not configured", "Channel database “harbor” is not responding")
                .doesNotContain("Channel database “removed” is not responding");
    }

    @Test
    void theHomePageShowsAHoldAndAReleaseAtOnce() throws Exception {
        assertThat(page("/").select("main").text()).doesNotContain("Job 1010 is on hold");

        post("/jobs/1010/hold");
        assertThat(page("/").select("main").text()).contains("Job 1010 is on hold");
        assertThat(page("/home/live").text()).contains("Job 1010 is on hold");

        post("/jobs/1010/release");
        assertThat(page("/").select("main").text()).doesNotContain("Job 1010 is on hold");
        assertThat(page("/home/live").text()).doesNotContain("Job 1010 is on hold");
    }

    private long failedOfPipeline() {
        JsonNode items = work.tree(client.get(work.bearer(TokenRole.HQ_API, null), "/api/v1/pipeline"))
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .mapToLong(it -> it.path("waiting").path("failed").asLong())
                .sum();
    }

    private void post(String path) {
        assertThat(http.post().uri(path).with(csrf()).with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.FOUND);
    }

    private Document page(String path) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("o").roles("OPERATOR"))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private void customer(int number, String reason, String age) {
        work.jdbcUpdate("""
                insert into customer (async_customer_id, account_number, version, type, creation_mode, async_reason,
                  created_in_channel, created_in_channel_database, created_at, converted_at, applied_operations)
                values (gen_random_uuid(), 'C-%d', 1, 'PERSON', 'ASYNC', '%s', 'HARBOR', 'harbor', now() - interval '%s', now(),
                  '{}')
                """.formatted(number, reason, age));
    }

    private void operation(int number, String database, String status) {
        work.jdbcUpdate("""
                with staged as (
                  insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                    operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                  values (gen_random_uuid(), '%s', 'HARBOR', %d, gen_random_uuid(), 1, 'CREATE_CUSTOMER', '{}', now(), now(), now())
                  returning recid, async_customer_id, channel_database)
                insert into open_operation (recid, async_customer_id, channel_database, operation_number, status,
                  next_attempt_at, error_code, error_text)
                select recid, async_customer_id, channel_database, 1, '%s', now(), 'name-required', 'A name is required'
                from staged
                """.formatted(database, number, status));
    }
}
