package io.counterpart.channel.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.configuration.FunctionalityProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A functionality profile that requires a primary address of new customers. */
class PrimaryAddressIT extends ChannelServiceContext {

    private static final String NOBODY_AT_HOME = "\"lastName\": \"Homeless\"";
    private static final String AT_HOME = "\"lastName\": \"Home\", \"addresses\": [{\"city\": \"Harbor\"}]";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRequiredInEitherModeAndOfAnOfflineTill(boolean async) {
        ApiClient till = requiring(async ? "STRICT" : "STRICTSYNC", async);
        REAL_TIME.behave(REAL_TIME.doing());

        Response refused = till.post(CUSTOMERS, "{" + NOBODY_AT_HOME + "}");
        Response refusedPut = till.put(CUSTOMERS + "/" + UUID.randomUUID(), "{" + NOBODY_AT_HOME + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.firstError()).isEqualTo("/addresses primary-address-required");
        assertThat(refusedPut.firstError()).isEqualTo("/addresses primary-address-required");
        assertThat(till.post(CUSTOMERS, "{" + AT_HOME + "}").status()).isEqualTo(201);
        assertRefusedOffline(till);
        assertThat(idOf("Homeless")).isEmpty();
    }

    private static void assertRefusedOffline(ApiClient till) {
        Response upload = till.post(
                "/api/v1/offline-uploads", "{\"items\": [%s, %s]}".formatted(item(NOBODY_AT_HOME), item(AT_HOME)));

        JsonNode items = upload.json().path("items");
        assertThat(items.path(0).path("outcome").asString()).as(upload.body()).isEqualTo("REFUSED");
        JsonNode error = items.path(0).path("problem").path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/items/0/addresses");
        assertThat(error.path("code").asString()).isEqualTo("primary-address-required");
        assertThat(items.path(1).path("outcome").asString()).isEqualTo("APPLIED");
    }

    private ApiClient requiring(String channel, boolean async) {
        String token = "token-of-" + channel;
        var profile = new FunctionalityProfile("P2", "Strict", async, async, null, true, null, null);
        HQ.configure(HqConfigurations.with(profile, HqConfigurations.channel(channel, CHANNEL_DATABASE, async, token)));
        ApiClient till = harbor.with(token);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> till.get("/api/v1/configuration")
                        .json()
                        .path("functionalityProfile")
                        .path("primaryAddressRequired")
                        .asBoolean());
        return till;
    }

    private static String item(String fields) {
        return "{\"asyncCustomerId\": \"%s\", \"createdAt\": \"%s\", %s}"
                .formatted(UUID.randomUUID(), Instant.now().minusSeconds(60), fields);
    }
}
