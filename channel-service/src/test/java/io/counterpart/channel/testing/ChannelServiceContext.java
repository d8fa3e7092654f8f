package io.counterpart.channel.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.counterpart.channel.ChannelServiceApplication;
import io.counterpart.testsupport.TestDatabase;
import io.counterpart.testsupport.TestKafka;
import io.counterpart.testsupport.authorization.HandlerHeader;

/**
 * A running channel service with two channels: HARBOR creates customers in async mode, STATION calls HQ first. All
 * integration tests share it, so they use separate customers.
 */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=" + ChannelServiceContext.CHANNEL_DATABASE,
            "counterpart.hq-token=" + ChannelServiceContext.HQ_TOKEN,
            "counterpart.signatures.required=true",
            "counterpart.events.heartbeat=500ms",
            "counterpart.events.patience=3s",
            "counterpart.cors.origins.HARBOR=" + ChannelServiceContext.HARBOR_ORIGIN + ",https://office.example.com",
            "counterpart.cors.origins.STATION=" + ChannelServiceContext.STATION_ORIGIN,
            "counterpart.tills.report-interval=1s",
            "counterpart.management.scrape-token=" + ChannelServiceContext.SCRAPE_TOKEN,
            // All tests have one address.
            "counterpart.limits.failures-per-minute=1000000",
            "management.server.port=0"
        })
@Import({ChannelServiceContext.TestBeans.class, HandlerHeader.class})
public abstract class ChannelServiceContext {

    public static final String CHANNEL_DATABASE = "it";
    protected static final String HQ_TOKEN = "token-of-it";
    protected static final String CUSTOMERS = "/api/v1/customers";
    /** The Real-time service: responds 503 unless a test changes its behavior. */
    protected static final StubRealTimeService REAL_TIME = new StubRealTimeService();

    protected static final KafkaHeadquarters HQ = new KafkaHeadquarters(TestKafka.bootstrapServers());
    protected static final String SCRAPE_TOKEN = "token-of-the-metrics-collector";
    protected static final String HARBOR_TOKEN = "token-of-harbor";
    protected static final String STATION_TOKEN = "token-of-station";
    protected static final String HARBOR_ORIGIN = "https://till.example.com:8443";
    protected static final String STATION_ORIGIN = "https://station.example.com";
    private static boolean configured;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    protected StatementCounter statements;

    @Autowired
    private CircuitBreaker breaker;

    protected ApiClient harbor = new ApiClient(0, "");
    protected ApiClient station = new ApiClient(0, "");

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestDatabase database = TestDatabase.fresh("channel");
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", () -> TestDatabase.RUNTIME);
        registry.add("spring.datasource.password", () -> TestDatabase.ROLE_PASSWORD);
        registry.add("spring.flyway.user", () -> TestDatabase.OWNER);
        registry.add("spring.flyway.password", () -> TestDatabase.ROLE_PASSWORD);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
        registry.add("counterpart.hq-url", REAL_TIME::url);
        registry.add("counterpart.signatures.hq-public-keys", KafkaHeadquarters::publicKey);
    }

    @BeforeEach
    void configureChannels() {
        harbor = new ApiClient(port, HARBOR_TOKEN);
        station = new ApiClient(port, STATION_TOKEN);
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));
        breaker.reset();
        if (!configured) {
            HQ.configure(HqConfigurations.global());
            HQ.configure(HqConfigurations.channel("HARBOR", CHANNEL_DATABASE, true, HARBOR_TOKEN));
            HQ.configure(HqConfigurations.channel("STATION", CHANNEL_DATABASE, false, STATION_TOKEN));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::isConfigured);
            configured = true;
        }
    }

    /** Publishes these features with 1110, and waits until they are applied. */
    protected void runFeatures(String... features) {
        var global = HqConfigurations.global(features);
        HQ.configure(global);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> harbor.get("/api/v1/configuration")
                                .json()
                                .path("versions")
                                .path("1110")
                                .path("version")
                                .asLong()
                        == global.version());
    }

    protected int port() {
        return port;
    }

    protected EventStreamClient listenAtHarbor(@Nullable String lastEventId) {
        return EventStreamClient.open(port, HARBOR_TOKEN, lastEventId);
    }

    protected EventStreamClient listenAtStation(@Nullable String lastEventId) {
        return EventStreamClient.open(port, STATION_TOKEN, lastEventId);
    }

    /** The customer that a test created under a unique name. */
    protected Optional<UUID> idOf(String lastName) {
        return jdbc
                .queryForList("select async_customer_id from customer where last_name = ?", UUID.class, lastName)
                .stream()
                .findFirst();
    }

    private boolean isConfigured() {
        return harbor.get("/api/v1/configuration").body().contains("\"1110\":{")
                && station.get("/api/v1/configuration").status() == 200;
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class TestBeans {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }
}
