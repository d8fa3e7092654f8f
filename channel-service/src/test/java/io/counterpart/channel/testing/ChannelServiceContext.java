package io.counterpart.channel.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.awaitility.Awaitility;
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

/**
 * A running channel service with two channels: HARBOR creates customers in async mode, STATION would ask HQ first. All
 * integration tests share it, so they keep apart by their customers.
 */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=" + ChannelServiceContext.CHANNEL_DATABASE,
            "counterpart.hq-url=http://127.0.0.1:9",
            "management.server.port=0"
        })
@Import(ChannelServiceContext.Wiring.class)
public abstract class ChannelServiceContext {

    public static final String CHANNEL_DATABASE = "it";
    protected static final String CUSTOMERS = "/api/v1/customers";
    protected static final Hq HQ = new Hq(TestKafka.bootstrapServers());
    private static final String HARBOR_TOKEN = "token-of-harbor";
    private static final String STATION_TOKEN = "token-of-station";
    private static boolean configured;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    protected StatementCounter statements;

    protected Api harbor = new Api(0, "");
    protected Api station = new Api(0, "");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestDatabase database = TestDatabase.fresh("channel");
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
    }

    @BeforeEach
    void configureChannels() {
        harbor = new Api(port, HARBOR_TOKEN);
        station = new Api(port, STATION_TOKEN);
        if (!configured) {
            HQ.configure(Hq.global());
            HQ.configure(Hq.channel("HARBOR", CHANNEL_DATABASE, true, HARBOR_TOKEN));
            HQ.configure(Hq.channel("STATION", CHANNEL_DATABASE, false, STATION_TOKEN));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::isConfigured);
            configured = true;
        }
    }

    /** The customer that a test made under a name of its own. */
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
    static class Wiring {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }
}
