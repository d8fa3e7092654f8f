package io.counterpart.channel.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.TillSection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A functionality profile that requires fields of new customers. */
class MandatoryFieldIT extends ChannelServiceContext {

    private static final String WITHOUT_PHONE = "\"lastName\": \"Phoneless\"";
    private static final String WITH_PHONE = "\"lastName\": \"Phone\", \"phone\": \"+1 555 0123\"";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRequiredInEitherModeAndOfAnOfflineTill(boolean async) {
        ApiClient till = requiringAPhone(async ? "PHONES" : "PHONESSYNC", async);
        REAL_TIME.behave(REAL_TIME.doing());

        Response refused = till.post(CUSTOMERS, "{" + WITHOUT_PHONE + "}");
        Response refusedPut = till.put(CUSTOMERS + "/" + UUID.randomUUID(), "{" + WITHOUT_PHONE + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.firstError()).isEqualTo("/phone required");
        assertThat(refused.body()).contains("This channel requires phone of new customers.");
        assertThat(refusedPut.firstError()).isEqualTo("/phone required");
        assertRefusedOffline(till);
        assertThat(idOf("Phoneless")).isEmpty();
        Response created = till.post(CUSTOMERS, "{" + WITH_PHONE + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        // The default customer has a language, so that nobody has to enter one.
        assertThat(created.text("language")).isEqualTo("en-US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"phone\": null}", "{\"lastName\": \"Lee\"}"})
    void isNotRequiredOfAnEdit(String patch) {
        ApiClient till = requiringAPhone("PHONES", true);
        Response created = till.post(CUSTOMERS, "{" + WITH_PHONE + "}");

        Response edited = till.patch(created.header("Location"), patch, "If-Match", created.header("ETag"));

        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    }

    private static void assertRefusedOffline(ApiClient till) {
        Response upload = till.post(
                "/api/v1/offline-uploads", "{\"items\": [%s, %s]}".formatted(item(WITHOUT_PHONE), item(WITH_PHONE)));

        JsonNode items = upload.json().path("items");
        assertThat(items.path(0).path("outcome").asString()).as(upload.body()).isEqualTo("REFUSED");
        JsonNode error = items.path(0).path("problem").path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/items/0/phone");
        assertThat(error.path("code").asString()).isEqualTo("required");
        assertThat(items.path(1).path("outcome").asString()).isEqualTo("APPLIED");
    }

    private ApiClient requiringAPhone(String channel, boolean async) {
        String token = "token-of-" + channel;
        var profile = new FunctionalityProfile(
                "P4",
                "Phones",
                async,
                async,
                null,
                null,
                List.of(TillSection.NOTES),
                List.of(MandatoryField.PHONE, MandatoryField.LANGUAGE));
        HQ.configure(HqConfigurations.with(profile, HqConfigurations.channel(channel, CHANNEL_DATABASE, async, token)));
        ApiClient till = harbor.with(token);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> till.get("/api/v1/configuration").body(),
                        it -> it.contains("\"mandatoryFields\":[\"PHONE\""));
        assertThat(till.get("/api/v1/configuration").body()).contains("\"tillSections\":[\"NOTES\"]");
        return till;
    }

    private static String item(String fields) {
        return "{\"asyncCustomerId\": \"%s\", \"createdAt\": \"%s\", %s}"
                .formatted(UUID.randomUUID(), Instant.now().minusSeconds(60), fields);
    }
}
