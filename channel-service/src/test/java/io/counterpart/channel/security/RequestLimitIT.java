package io.counterpart.channel.security;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.counterpart.channel.ChannelServiceApplication;
import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.support.security.Sha256;
import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Limits that are low enough to be exceeded: 1 request per second, 10 at once, and 6 failures per minute. */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=limits",
            "counterpart.hq-url=http://127.0.0.1:9",
            "counterpart.limits.requests-per-second=1",
            "counterpart.limits.search-cost=9",
            "counterpart.limits.failures-per-minute=6",
            "counterpart.management.open-metrics=true",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "logging.level.org.apache.kafka=off",
            "management.server.port=0"
        })
@Import(ChannelServiceContext.TestBeans.class)
@DirtiesContext
class RequestLimitIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh("limits");
    private static final String CONFIGURATION = "/api/v1/configuration";
    private static final String CUSTOMERS = "/api/v1/customers";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private MeterRegistry meters;

    private ApiClient till = new ApiClient(0, "");

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", () -> TestDatabase.RUNTIME);
        registry.add("spring.datasource.password", () -> TestDatabase.ROLE_PASSWORD);
        registry.add("spring.flyway.user", () -> TestDatabase.OWNER);
        registry.add("spring.flyway.password", () -> TestDatabase.ROLE_PASSWORD);
    }

    @BeforeEach
    void giveTheTillATokenOfItsOwn() {
        till = new ApiClient(port, token());
    }

    @Test
    void rejectsACallerOverItsLimitBeforeItsIdempotencyKeyIsStored() {
        untilLimited(till);

        Response rejected = create("key-1");

        assertThat(rejected.status()).isEqualTo(429);
        assertThat(rejected.text("type")).isEqualTo("/problems/rate-limited");
        assertThat(rejected.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(rejected.header("Retry-After"))).isBetween(1, 2);
        assertThat(jdbc.queryForObject("select count(*) from idempotency_key", Long.class))
                .isZero();
        await().pollDelay(Duration.ofSeconds(Integer.parseInt(rejected.header("Retry-After"))))
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> create("key-1").status() == 201);
    }

    @Test
    void limitsEachCallerByItself() {
        untilLimited(till);

        assertThat(new ApiClient(port, token()).get(CONFIGURATION).status()).isNotEqualTo(429);
    }

    @Test
    void countsASearchAsSeveralRequests() {
        assertThat(search().status()).isEqualTo(200);
        assertThat(search().status()).isEqualTo(429);
        assertThat(till.get(CONFIGURATION).status()).isNotEqualTo(429);
    }

    @Test
    void limitsFailuresOfAnAddressWithoutHurtingAValidTokenFromIt() {
        double before = limited("address");
        Response rejected =
                failing().filter(it -> it.status() == 429).findFirst().orElseThrow();

        assertThat(rejected.text("type")).isEqualTo("/problems/rate-limited");
        assertThat(Integer.parseInt(rejected.header("Retry-After"))).isBetween(1, 10);
        assertThat(create("key-2").status()).isEqualTo(201);
        assertThat(limited("address")).isGreaterThan(before);
    }

    @Test
    void looksAnUnknownTokenUpOnceInTwoSeconds() {
        List<String> sent = statements.during(
                StatementCounter::answersRequests,
                () -> IntStream.range(0, 1000)
                        .parallel()
                        .forEach(i -> new ApiClient(port, "the same unknown token").get(CONFIGURATION)));

        // Requests that arrive together before the first lookup has returned look it up as well.
        assertThat(sent).hasSizeLessThan(100);
    }

    @Test
    void acceptsATokenThatWasUnknownWithin3Seconds() {
        String fresh = UUID.randomUUID().toString();
        assertThat(new ApiClient(port, fresh).get(CONFIGURATION).status()).isIn(401, 429);
        add(fresh);

        await().atMost(Duration.ofSeconds(3)).until(() -> {
            int status = new ApiClient(port, fresh).get(CONFIGURATION).status();
            return status != 401 && status != 429;
        });
    }

    @Test
    void showsMetricsWithoutATokenIfTheSettingSaysSo() {
        var management = new ApiClient(managementPort, "");

        assertThat(management.get("/actuator/prometheus").body()).contains("counterpart_requests_limited_total{");
        assertThat(management.get("/actuator").status()).isIn(401, 429);
    }

    private double limited(String kind) {
        return meters.get("counterpart.requests.limited")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private Stream<Response> failing() {
        return IntStream.range(0, 20).mapToObj(i -> new ApiClient(port, "wrong " + i).get(CONFIGURATION));
    }

    private static void untilLimited(ApiClient caller) {
        assertThat(IntStream.range(0, 30)
                        .mapToObj(i -> caller.get(CONFIGURATION).status()))
                .contains(429);
    }

    private Response create(String key) {
        return till.post(CUSTOMERS, "{\"lastName\": \"Lee\"}", "Idempotency-Key", key);
    }

    private Response search() {
        return till.post(CUSTOMERS + "/search", "{\"query\": \"Lee\"}");
    }

    private String token() {
        String token = UUID.randomUUID().toString();
        add(token);
        return token;
    }

    private void add(String token) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', ?, 'TILL')",
                Sha256.hex(token),
                token);
    }
}
