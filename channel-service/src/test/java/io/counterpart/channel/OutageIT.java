package io.counterpart.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.warmup.WarmUpStep;
import io.counterpart.support.security.Sha256;
import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/**
 * Starts and works while Kafka (including its host name) and HQ are unavailable, and survives an outage of its
 * database.
 */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=outage",
            "counterpart.hq-url=http://127.0.0.1:9",
            "spring.kafka.bootstrap-servers=no-such-broker.invalid:9092",
            "counterpart.management.scrape-token=token-of-the-collector",
            "management.server.port=0"
        })
@DirtiesContext
class OutageIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh("outage");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private List<WarmUpStep> warmUp;

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
    void giveTheTillAToken() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', 'till', 'TILL') on conflict do nothing",
                Sha256.hex("token"));
        till = new ApiClient(port, "token");
    }

    @AfterEach
    void bringTheDatabaseBack() throws SQLException {
        connections(true);
    }

    @Test
    void warmsUpBeforeAnyConfigurationHasArrived() {
        assertThat(warmUp).allSatisfy(step -> assertThatCode(step::run).doesNotThrowAnyException());
    }

    @Test
    void takesCustomersOnWithoutKafkaAndHeadquarters() {
        assertThat(create().status()).isEqualTo(201);
        assertThat(health("readiness")).startsWith("200").contains("UP");
        assertThat(health("liveness")).startsWith("200");
        assertThat(health("sync")).contains("DELAYED", "Kafka is not responding", "Headquarters is not responding");
        assertThat(actuator("/actuator/health")).startsWith("200");
    }

    @Test
    void countsWhatItDoes() {
        create();

        assertThat(actuator("/actuator/prometheus")).startsWith("401").contains("/problems/unauthorized");
        assertThat(actuator("/actuator/prometheus", "token")).startsWith("401");
        assertThat(actuator("/actuator/prometheus", "token-of-the-collector"))
                .contains(
                        "counterpart_customer_creations_total",
                        "reason=\"FUNCTIONALITY_PROFILE\"",
                        "counterpart_operation_log_waiting",
                        "counterpart_operation_log_oldest_age_seconds",
                        "counterpart_customer_conversion_seconds",
                        "counterpart_download_customers_total");
        assertThat(actuator("/actuator/env", "token")).startsWith("404");
    }

    @Test
    void asksForPatienceWithinTwoSecondsWhileTheDatabaseIsAway() throws SQLException {
        assertThat(create().status()).isEqualTo(201);
        connections(false);
        assertThat(actuator("/actuator/prometheus", "token-of-the-collector")).startsWith("200");

        long start = System.nanoTime();
        Response answer = create();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("/problems/service-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(taken).isLessThan(Duration.ofMillis(2500));
        assertThat(till.post("/api/v1/customers", "{\"lastName\": \"x\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(503);
        assertThat(health("readiness")).startsWith("503");
        assertThat(health("liveness")).startsWith("200");

        connections(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> create().status() == 201);
    }

    private Response create() {
        return till.post("/api/v1/customers", "{\"lastName\": \"Lee\"}");
    }

    private String health(String group) {
        return actuator("/actuator/health/" + group);
    }

    private String actuator(String path, String... token) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
            if (token.length > 0) {
                request.header("Authorization", "Bearer " + token[0]);
            }
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void connections(boolean allowed) throws SQLException {
        String name = DATABASE.url().replaceAll(".*/([^/?]+)(\\?.*)?$", "$1");
        String server = DATABASE.url().replace("/" + name, "/postgres");
        try (var connection = DriverManager.getConnection(server, DATABASE.user(), DATABASE.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database %s with allow_connections %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            }
        }
    }
}
