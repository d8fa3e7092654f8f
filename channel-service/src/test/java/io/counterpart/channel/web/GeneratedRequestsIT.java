package io.counterpart.channel.web;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;
import io.counterpart.testsupport.requests.ApiRequests;
import io.counterpart.testsupport.requests.ErrorLog;
import io.counterpart.testsupport.requests.GeneratedRun;
import io.counterpart.testsupport.requests.KnownValues;
import io.counterpart.testsupport.requests.OpenApiDocument;
import io.counterpart.testsupport.requests.ProblemRule;
import io.counterpart.testsupport.requests.RawHttpClient;

import static org.assertj.core.api.Assertions.assertThat;

/** No request that can be made from the committed OpenAPI document leads to an internal error. */
class GeneratedRequestsIT extends ChannelServiceContext {

    private static final String STOREFRONT = "token-of-the-generated-shop";

    private final KnownValues known = new KnownValues();

    @BeforeEach
    void createWhatRequestsRefer() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', 'shop', 'STOREFRONT')"
                        + " on conflict do nothing",
                Sha256.hex(STOREFRONT));
        for (int i = 0; i < 20; i++) {
            var created = harbor.post(CUSTOMERS, """
                    {"lastName": "Generated %d", "addresses": [{"city": "x"}], "contacts": [{"type": "EMAIL", "value": "a@b.c"}]}
                    """.formatted(i));
            var customer = harbor.get(CUSTOMERS + "/" + created.text("asyncCustomerId") + "?include=addresses,contacts")
                    .json();
            known.with("customers.id", created.text("asyncCustomerId"))
                    .with("customer", created.text("asyncCustomerId"))
                    .with("addresses.addressId", customer.at("/addresses/0/id").asString())
                    .with("contacts.contactId", customer.at("/contacts/0/id").asString());
        }
        known.with("attribute", "shoeSize", "colour", "newsletter")
                .with("include", "addresses", "contacts", "affiliations,attributes")
                .with("affiliations", "VIP");
    }

    @ParameterizedTest
    @CsvSource({HARBOR_TOKEN + ", 4", STATION_TOKEN + ", 1"})
    void leadToNoInternalError(String token, int fifths) {
        var requests = new ApiRequests(
                OpenApiDocument.read(Path.of("../docs/openapi/channel-service.json")),
                path -> true,
                known,
                path -> "Bearer " + (path.endsWith("/sign-ins") ? STOREFRONT : token));
        try (var log = new ErrorLog(logger -> logger.startsWith("org.apache.kafka"))) {
            var run = new GeneratedRun(new RawHttpClient(port), requests, new ProblemRule(Set.of()), log);

            assertThat(run.send(GeneratedRun.requests() * fifths / 5, GeneratedRun.seed()))
                    .isEmpty();
        }
    }
}
