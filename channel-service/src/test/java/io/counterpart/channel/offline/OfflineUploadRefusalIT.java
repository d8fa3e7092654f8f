package io.counterpart.channel.offline;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.configuration.ChannelConfiguration;

import static io.counterpart.channel.offline.OfflineUploadIT.UPLOADS;
import static io.counterpart.channel.offline.OfflineUploadIT.item;
import static io.counterpart.channel.offline.OfflineUploadIT.statuses;
import static io.counterpart.channel.offline.OfflineUploadIT.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OfflineUploadRefusalIT extends ChannelServiceContext {

    private final UUID id = UUID.randomUUID();

    @Test
    void letsNoBadItemKeepTheOthersBack() {
        String subject = UUID.randomUUID().toString();
        Response answer = upload(
                harbor,
                item(UUID.randomUUID(), "Good"),
                "{\"asyncCustomerId\": \"x\", \"createdAt\": \"yesterday\", \"lastName\": \"Bad\"}",
                "5",
                item(UUID.randomUUID(), " ").replace("\"firstName\": \"Ann\", ", ""),
                item(UUID.randomUUID(), "Typo").replace("lastName", "lastNme"),
                signingIn(UUID.randomUUID(), subject),
                signingIn(UUID.randomUUID(), subject),
                item(UUID.randomUUID(), "Good too"));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(201, 422, 400, 422, 400, 201, 409, 201);
        JsonNode items = answer.json().path("items");
        assertThat(items.path(1)
                        .path("problem")
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/items/1/asyncCustomerId");
        assertThat(items.path(3)
                        .path("problem")
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/items/3/lastName");
        assertThat(items.path(6).path("problem").path("type").asString())
                .isEqualTo("/problems/duplicate-external-identity");
    }

    @Test
    void refusesUploadsThatMakeNoSense() {
        String tooMany = IntStream.range(0, 501).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(harbor.post(UPLOADS, "{\"items\": [" + tooMany + "]}").firstError())
                .isEqualTo("/items too-many");
        assertThat(harbor.post(UPLOADS, "{}").firstError()).isEqualTo("/items required");
        assertThat(harbor.post(UPLOADS, "{\"item\": []}").status()).isEqualTo(400);
    }

    @Test
    void refusesNewCustomersWhereTheSharedTablesAreFiltered() {
        ApiClient filtered = harbor.with("token-of-filtered");
        HQ.configure(filtering(HqConfigurations.channel("FILTERED", CHANNEL_DATABASE, true, "token-of-filtered")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> filtered.get("/api/v1/configuration").status() == 200);
        upload(harbor, item(id, "Before"));

        Response answer = upload(filtered, item(UUID.randomUUID(), "New"), item(id, "Before"));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(409, 200);
        assertThat(answer.json()
                        .path("items")
                        .path(0)
                        .path("problem")
                        .path("type")
                        .asString())
                .isEqualTo("/problems/offline-creation-disabled");
    }

    private static ChannelConfiguration filtering(ChannelConfiguration channel) {
        return new ChannelConfiguration(
                channel.schemaVersion(),
                channel.version(),
                channel.channel(),
                channel.name(),
                channel.type(),
                channel.channelDatabase(),
                channel.functionalityProfile(),
                channel.defaultCustomer(),
                channel.operatingUnit(),
                true,
                channel.tokens(),
                channel.clerks());
    }

    private static String signingIn(UUID id, String subject) {
        return item(id, "Signed")
                .replace(
                        "\"firstName\"",
                        "\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"%s\"}, \"firstName\""
                                .formatted(subject));
    }
}
