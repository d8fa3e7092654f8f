package io.counterpart.hq.stuck;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Base class of tests with customers that are pending for too long. */
abstract class StuckCustomerSupport {

    static final String PATH = "/api/v1/stuck-customers";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        operator = work.bearer(TokenRole.HQ_API, null);
        heartbeat(1, Instant.now().minusSeconds(600), false);
    }

    JsonNode items() {
        return work.tree(client.get(operator, PATH)).path("items");
    }

    JsonNode only() {
        JsonNode items = items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    void old() {
        work.jdbcUpdate("update async_operation set staged_at = staged_at - interval '5 minutes'");
    }

    static ChannelReport.PendingCustomer pending(UUID customer, UUID operation, boolean uploaded) {
        Instant since = Instant.now().minus(10, ChronoUnit.MINUTES);
        return new ChannelReport.PendingCustomer(customer, "HARBOR", operation, 1, 7, since, uploaded);
    }

    void report(ChannelReport.PendingCustomer... customers) {
        listen(new ChannelReport.PendingCustomers(1, "harbor", Instant.now(), List.of(customers)));
    }

    void heartbeat(long pending, @Nullable Instant since, boolean held) {
        listen(new ChannelReport.Heartbeat(
                1,
                "harbor",
                Instant.now(),
                0,
                null,
                held,
                Map.of(),
                1,
                null,
                pending,
                since,
                null,
                null,
                null,
                null,
                null));
    }

    void listen(ChannelReport report) {
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"), "on", List.of(TestDriver.record("harbor", work.json(report), 0)));
    }

    MvcTestResultAssert fix(UUID customer, String role) {
        return assertThat(http.post()
                .uri("/stuck-customers/fix")
                .param("channelDatabase", "harbor")
                .param("asyncCustomerId", customer.toString())
                .with(csrf())
                .with(user("o").roles(role)));
    }
}
