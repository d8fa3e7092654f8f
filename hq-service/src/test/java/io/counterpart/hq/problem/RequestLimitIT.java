package io.counterpart.hq.problem;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Limits that are low enough to be exceeded: 1 request per second, 10 at once, and 6 failures per minute. */
@HqManualContext
@TestPropertySource(
        properties = {
            "counterpart.limits.requests-per-second=1",
            "counterpart.limits.search-cost=9",
            "counterpart.limits.failures-per-minute=6",
            "counterpart.management.open-metrics=true"
        })
class RequestLimitIT {

    private static final String POLICY = "/api/v1/duplicate-policy";

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient api;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    @Test
    void rejectsATokenOverItsLimitAndNoOther() {
        String bearer = work.bearer(TokenRole.HQ_API, null);

        assertRejected(lastOf(30, () -> api.get(bearer, POLICY)));

        assertThat(api.get(work.bearer(TokenRole.HQ_API, null), POLICY)).hasStatusOk();
    }

    @Test
    void limitsEachChannelDatabaseOfTheRealTimeService() {
        String harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
        String online = work.bearer(TokenRole.CHANNEL_DATABASE, "online");
        String nobody = "/realtime/v1/customers/C-0000009";

        assertRejected(lastOf(30, () -> api.get(harbor, nobody)));

        assertThat(api.get(online, nobody)).hasStatus(404);
    }

    @Test
    void limitsTheSessionsOfAUserTogether() {
        assertRejected(lastOf(30, () -> page("ada")));

        assertThat(page("bob")).hasStatusOk();
    }

    @Test
    void countsASearchAsSeveralRequests() {
        assertThat(search("carol")).hasStatus(HttpStatus.FOUND);
        assertRejected(search("carol"));
    }

    @Test
    void limitsFailuresOfAnAddressWithoutHurtingAValidTokenFromIt() {
        assertRejected(lastOf(20, () -> api.get("Bearer wrong", POLICY)));
        assertRejected(lastOf(20, () -> api.get("Bearer wrong", "/realtime/v1/customers/C-0000009")));

        assertThat(api.get(work.bearer(TokenRole.HQ_API, null), POLICY)).hasStatusOk();
    }

    @Test
    void warnsOnTheHomePage() {
        assertRejected(lastOf(20, () -> api.get("Bearer wrong", POLICY)));

        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(http.get()
                                .uri("/")
                                .with(user("dora").roles("VIEWER"))
                                .accept("text/html"))
                        .hasStatusOk()
                        .bodyText()
                        .contains("rejected because of a request limit", "In the last hour, at this instance of HQ")
                        .doesNotContain("All systems healthy"));
    }

    @Test
    void looksAnUnknownTokenUpOnceInTwoSeconds() {
        int statements = CountingDataSource.statementsOf(
                () -> IntStream.range(0, 1000).forEach(i -> api.get("Bearer the same unknown token", POLICY)));

        assertThat(statements).isLessThan(100);
    }

    @Test
    void showsMetricsWithoutATokenIfTheSettingSaysSo() {
        assertThat(http.get().uri("/actuator/prometheus"))
                .hasStatusOk()
                .bodyText()
                .contains("counterpart_requests_limited_total{");
        assertThat(http.get().uri("/actuator").exchange().getResponse().getStatus())
                .isIn(401, 429);
    }

    private MvcTestResult page(String name) {
        return http.get().uri("/account").with(user(name).roles("VIEWER")).exchange();
    }

    private MvcTestResult search(String name) {
        return http.post()
                .uri("/customers")
                .param("query", "Lee")
                .with(csrf())
                .with(user(name).roles("VIEWER"))
                .exchange();
    }

    private static MvcTestResult lastOf(int times, Supplier<MvcTestResult> request) {
        MvcTestResult last = request.get();
        for (int i = 1; i < times && last.getResponse().getStatus() != 429; i++) {
            last = request.get();
        }
        return last;
    }

    private static void assertRejected(MvcTestResult answer) {
        assertThat(answer).hasStatus(429).bodyJson().extractingPath("$.type").isEqualTo("/problems/rate-limited");
        String wait = requireNonNull(answer.getResponse().getHeader(HttpHeaders.RETRY_AFTER));
        assertThat(Integer.parseInt(wait)).isBetween(1, 10);
    }
}
