package io.counterpart.hq.channel;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ChannelApiIT extends ConfigurationApiSupport {

    @Test
    void showsAChannelAsPeopleRelyOnIt() {
        assertThat(get("/api/v1/channels/HARBOR")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"channel": "HARBOR", "name": "HARBOR", "type": "STORE", "channelDatabase": "harbor",
                 "functionalityProfile": "stores", "defaultCustomer": null, "operatingUnit": {"country": "USA"}}
                """);
    }

    @Test
    void changesAChannel() {
        var answer = put("/api/v1/channels/HARBOR", tag("/api/v1/channels/HARBOR"), """
                {"channel": "HARBOR", "name": "The harbor", "type": "STORE", "channelDatabase": "harbor",
                 "functionalityProfile": "online", "defaultCustomer": null,
                 "operatingUnit": {"name": "Harbor", "country": "CAN", "currencyCode": "CAD", "language": "en-CA"}}
                """);

        assertThat(answer).hasStatusOk();
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .singleElement()
                .asString()
                .contains("The harbor", "\"country\":\"CAN\"", "\"id\":\"online\"");
    }

    @Test
    void remembersTheChannelDatabaseThatAChannelLeaves() {
        work.jdbcUpdate("truncate channel_former_database");
        for (String database : List.of("harbor", "online")) {
            assertThat(put("/api/v1/channels/STATION", tag("/api/v1/channels/STATION"), """
                    {"channel": "STATION", "name": "Station", "type": "STORE", "channelDatabase": "%s",
                     "functionalityProfile": "stores", "defaultCustomer": null,
                     "operatingUnit": {"name": "Station", "country": "USA", "currencyCode": "USD", "language": "en-US"}}
                    """.formatted(database)))
                    .hasStatusOk();
        }

        assertThat(work.texts("select channel || ' ' || channel_database from channel_former_database"))
                .containsExactly("STATION harbor");
    }

    @Test
    void refusesAChannelThatPointsNowhere() {
        assertThat(put("/api/v1/channels/HARBOR", tag("/api/v1/channels/HARBOR"), """
                {"name": "x", "type": "STORE", "channelDatabase": "nowhere", "functionalityProfile": "stores",
                 "defaultCustomer": "C-9", "operatingUnit": {"name": "x", "country": "USA", "currencyCode": "USD", "language": "en"}}
                """))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/channelDatabase", "/defaultCustomer");
    }

    @Test
    void theStorefrontsOfANewOnlineStoreSignInOnlyUnlessItSaysOtherwise() {
        assertThat(put("/api/v1/channels/SHOP", null, channel("SHOP", "ONLINE_STORE", "")))
                .bodyJson()
                .extractingPath("$.storefrontAccess")
                .isEqualTo("SIGN_IN_ONLY");
        assertThat(put("/api/v1/channels/CALLS", null, channel("CALLS", "CALL_CENTER", "")))
                .bodyJson()
                .extractingPath("$.storefrontAccess")
                .isEqualTo("FULL");
        String full = channel("SHOP", "ONLINE_STORE", ", \"storefrontAccess\": \"FULL\"");
        String silent = channel("SHOP", "ONLINE_STORE", "");

        put("/api/v1/channels/SHOP", tag("/api/v1/channels/SHOP"), full);

        assertThat(put("/api/v1/channels/SHOP", tag("/api/v1/channels/SHOP"), silent))
                .bodyJson()
                .extractingPath("$.storefrontAccess")
                .isEqualTo("FULL");
        assertThat(put(
                        "/api/v1/channels/SHOP",
                        tag("/api/v1/channels/SHOP"),
                        channel("SHOP", "ONLINE_STORE", ", \"storefrontAccess\": \"SOME\"")))
                .hasStatus(422);
    }
}
