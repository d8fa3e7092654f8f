package io.counterpart.hq.requests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.browser.DemoScenario;
import io.counterpart.hq.browser.HqBrowserContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.requests.ApiRequests;
import io.counterpart.testsupport.requests.ErrorLog;
import io.counterpart.testsupport.requests.GeneratedRun;
import io.counterpart.testsupport.requests.KnownValues;
import io.counterpart.testsupport.requests.OpenApiDocument;
import io.counterpart.testsupport.requests.ProblemRule;
import io.counterpart.testsupport.requests.RawHttpClient;

import static org.assertj.core.api.Assertions.assertThat;

/** No request that can be made from the committed OpenAPI document, or from a form of a page, leads to an internal error. */
@HqBrowserContext
class GeneratedRequestsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoScenario demo;

    @Autowired
    private TestDriver work;

    @BeforeEach
    void createWhatRequestsRefer() {
        demo.create();
    }

    @Test
    void ofTheApisLeadToNoInternalError() throws IOException {
        String api = work.bearer(TokenRole.HQ_API, null);
        String channel = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
        var requests = new ApiRequests(
                OpenApiDocument.read(Path.of("../docs/openapi/hq-service.json")),
                path -> true,
                known(),
                path -> path.startsWith("/realtime/") ? channel : api);
        try (var log = new ErrorLog(GeneratedRequestsIT::isOfKafka)) {
            var run = new GeneratedRun(new RawHttpClient(port), requests, new ProblemRule(Set.of()), log);

            assertThat(run.send(GeneratedRun.requests() / 2, GeneratedRun.seed()))
                    .isEmpty();
        }
    }

    @Test
    void ofThePagesLeadToNoInternalError() {
        var client = new RawHttpClient(port);
        var session = new PageSession(client);
        var requests = new FormRequests(new PageCrawler(session).crawl(), session);
        try (var log = new ErrorLog(GeneratedRequestsIT::isOfKafka)) {
            var run = new GeneratedRun(client, requests, new PageRule(), log);

            assertThat(run.send(GeneratedRun.requests() / 2, GeneratedRun.seed()))
                    .isEmpty();
        }
    }

    // This context has no Kafka.
    private static boolean isOfKafka(String logger) {
        return logger.startsWith("org.apache.kafka") || logger.startsWith("org.springframework.kafka");
    }

    private KnownValues known() {
        return new KnownValues()
                .with("customers.id", all("select account_number from customer limit 20"))
                .with("customer", all("select account_number from customer limit 20"))
                .with("synchronization-operations.id", all("""
                        select operation_id::text from async_operation join open_operation using (recid) limit 20
                        """))
                .with("asyncCustomerId", all("select async_customer_id::text from async_operation limit 20"))
                .with("batch-jobs.job", all("select job from batch_job"))
                .with("features.name", all("select name from feature"))
                .with("channels.channel", "HARBOR", "STATION", "ONLINE")
                .with("channel", "HARBOR", "STATION")
                .with("channel-databases.name", "harbor", "online")
                .with("channelDatabase", "harbor")
                .with("affiliations.name", "VIP", "CLUB")
                .with("customer-groups.name", "RETAIL", "STAFF")
                .with("attribute-definitions.name", "shoeSize", "newsletter")
                .with("functionality-profiles.id", "STORES", "ONLINE")
                .with("number-sequences.name", all("select name from number_sequence"))
                .with("channel-database-groups.name", "default")
                .with("attribute", "shoeSize")
                .with("field", "lastName", "email", "phone", "customerGroup", "shoeSize")
                .with("path", "/profile/lastName", "/profile/customerGroup");
    }

    private String[] all(String sql) {
        return work.texts(sql).toArray(String[]::new);
    }
}
