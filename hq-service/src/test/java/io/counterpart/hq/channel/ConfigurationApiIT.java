package io.counterpart.hq.channel;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ConfigurationApiIT {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    String admin = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void changesAProfileAndPublishesItToItsChannels() {
        String tag = tag("/api/v1/functionality-profiles/stores");

        var answer = put(
                "/api/v1/functionality-profiles/stores",
                tag,
                "{\"name\": \"Stores\", \"createCustomersInAsyncMode\": true, \"createOrdersInAsyncMode\": false}");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.createCustomersInAsyncMode")
                .isEqualTo(true);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(2)
                .allMatch(it -> it.contains("\"createCustomersInAsyncMode\":true"));
        assertThat(work.number("select count(distinct aggregateversion) from configuration_log"))
                .isEqualTo(2);
    }

    @Test
    void needsTheVersionThatWasRead() {
        String body = "{\"name\": \"Stores\", \"createCustomersInAsyncMode\": true, \"createOrdersInAsyncMode\": true}";
        String tag = tag("/api/v1/functionality-profiles/stores");

        assertThat(put("/api/v1/functionality-profiles/stores", null, body)).hasStatus(428);
        assertThat(put("/api/v1/functionality-profiles/stores", tag, body)).hasStatusOk();
        assertThat(put("/api/v1/functionality-profiles/stores", tag, body))
                .hasStatus(412)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/version-mismatch");
    }

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
    void filtersSharedDataForAGroup() {
        var answer = put(
                "/api/v1/channel-database-groups/default",
                tag("/api/v1/channel-database-groups/default"),
                "{\"filterSharedCustomerDataTables\": true, \"channelDatabases\": [\"harbor\", \"inland\"]}");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.channelDatabases")
                .asArray()
                .containsExactly("harbor", "inland", "online");
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070)).hasSize(3);
    }

    @Test
    void makesGroupsAffiliationsAndAttributes() {
        assertThat(put(
                        "/api/v1/customer-groups/RETAIL",
                        null,
                        "{\"description\": \"Retail\", \"financialDimensions\": {\"BU\": \"1\"}}"))
                .hasStatusOk();
        assertThat(put("/api/v1/affiliations/VIP", null, "{\"description\": \"Very important\"}"))
                .hasStatusOk();
        assertThat(put(
                        "/api/v1/attribute-definitions/shoeSize",
                        null,
                        "{\"type\": \"INTEGER\", \"minimum\": 15, \"mandatory\": false}"))
                .hasStatusOk();
        assertThat(put("/api/v1/affiliations/VIP", tag("/api/v1/affiliations/VIP"), "{\"description\": \"Changed\"}"))
                .hasStatusOk();

        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .hasSize(4)
                .last()
                .asString()
                .contains("RETAIL", "Changed", "shoeSize");
    }

    @Test
    void enablesAFeatureOnlyWithWhatItNeeds() {
        String editing = "/api/v1/features/async-customer-editing";
        assertThat(put(editing, tag(editing), "{\"enabled\": true}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.missing")
                .asArray()
                .containsExactly("enhanced-async-customer-creation", "async-customer-addresses");

        for (String name : new String[] {"enhanced-async-customer-creation", "async-customer-addresses"}) {
            assertThat(put("/api/v1/features/" + name, tag("/api/v1/features/" + name), "{\"enabled\": true}"))
                    .hasStatusOk();
        }
        assertThat(put(editing, tag(editing), "{\"enabled\": true}")).hasStatusOk();
        assertThat(put(
                        "/api/v1/features/performance-improvements",
                        tag("/api/v1/features/performance-improvements"),
                        "{\"enabled\": false}"))
                .hasStatus(409);
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .hasSize(3)
                .last()
                .asString()
                .contains("async-customer-editing");
    }

    @Test
    void publishesNothingWhileAJobIsHeldAndEverythingOnRelease() {
        post("/api/v1/batch-jobs/1070/hold");
        post("/api/v1/batch-jobs/1110/hold");
        put("/api/v1/affiliations/VIP", null, "{\"description\": \"Held\"}");
        put(
                "/api/v1/functionality-profiles/stores",
                tag("/api/v1/functionality-profiles/stores"),
                "{\"name\": \"Held\", \"createCustomersInAsyncMode\": true, \"createOrdersInAsyncMode\": true}");
        assertThat(work.count("configuration_log")).isZero();

        post("/api/v1/batch-jobs/1070/release");
        post("/api/v1/batch-jobs/1110/release");

        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(3)
                .anyMatch(it -> it.contains("Held"));
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .singleElement()
                .asString()
                .contains("Held");
    }

    @Test
    void runsAHeldJobOnceOnDemand() {
        post("/api/v1/batch-jobs/1110/hold");
        String path = "/api/v1/features/async-customer-addresses";
        put(path, tag(path), "{\"enabled\": true}");

        post("/api/v1/batch-jobs/1110/run");
        put("/api/v1/affiliations/VIP", null, "{\"description\": \"Later\"}");

        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .singleElement()
                .asString()
                .contains("async-customer-addresses");
    }

    @Test
    void theJobOfAllJobsRunsThemAndHoldsNoneButItself() {
        post("/api/v1/batch-jobs/9999/hold");
        assertThat(work.count("configuration_log")).isZero();

        post("/api/v1/batch-jobs/9999/run");

        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070)).hasSize(3);
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110)).hasSize(1);
        assertThat(work.publishedTo(Topics.CONTROL)).hasSize(2);
    }

    @Test
    void publishesAnEditedDefaultCustomer() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(customer)));
        work.synchronize();
        work.jdbcUpdate("update channel set default_customer = 'C-0000001' where channel = 'HARBOR'");

        work.stage(List.of(OperationFixtures.edit(customer, 2, new FieldChange("currencyCode", "USD", "EUR"))));
        work.synchronize();

        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .singleElement()
                .asString()
                .contains("HARBOR", "\"currencyCode\":\"EUR\"");
    }

    @Test
    void setsUpNumberSequencesAndMovesTheirEndButNotBelowWhatWasGiven() {
        String path = "/api/v1/number-sequences/customer";
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        work.synchronize();

        assertThat(get(path))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"customer\", \"nextNumber\": 3, \"next\": \"C-0000003\", \"left\": 999997}");
        assertThat(put(path, null, "{\"lastNumber\": 5}")).hasStatus(428);
        assertThat(put(path, tag(path), "{\"lastNumber\": 1}")).hasStatus(422);
        assertThat(put(path, tag(path), "{\"lastNumber\": 5}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.left")
                .isEqualTo(3);
        assertThat(put(path, "\"999999\"", "{\"lastNumber\": 9}")).hasStatus(412);
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"step\": 5, \"format\": \"K{000}\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"next\": \"K003\", \"left\": 4, \"step\": 5}");
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        work.synchronize();
        assertThat(work.texts("select account_number from customer order by 1"))
                .containsExactly("C-0000001", "C-0000002", "K003", "K008");
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"format\": \"no braces\"}"))
                .hasStatus(422);
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"step\": 0}")).hasStatus(422);
        assertThat(put("/api/v1/number-sequences/nothing", null, "{\"lastNumber\": 20}"))
                .hasStatus(404);
        work.jdbcUpdate("delete from number_sequence where name = 'loyalty-card'");
        assertThat(put("/api/v1/number-sequences/loyalty-card", null, "{\"lastNumber\": 9, \"format\": \"L{1}\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo("L1");
        assertThat(get("/api/v1/number-sequences/nothing")).hasStatus(404);
        assertThat(get("/api/v1/number-sequences")).bodyText().contains("sales-order", "loyalty-card");
    }

    @Test
    void showsWhatAJobDid() {
        post("/api/v1/batch-jobs/1110/run");
        post("/api/v1/batch-jobs/1110/run");

        var page = get("/api/v1/batch-jobs/1110/runs?limit=1");

        assertThat(page).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"items\": [{\"trigger\": \"PERSON\"}]}");
        assertThat(page).bodyJson().extractingPath("$.nextCursor").isNotNull();
        assertThat(get("/api/v1/batch-jobs/none/runs")).hasStatus(404);
    }

    @Test
    void saysInHowManyChannelsAFeatureIsAtWork() {
        String path = "/api/v1/features/async-customer-addresses";
        put(path, tag(path), "{\"enabled\": true}");
        assertThat(get(path)).bodyJson().extractingPath("$.activeIn").isEqualTo(0);

        work.jdbcUpdate("""
                insert into channel_heartbeat (channel_database, at, report)
                select 'harbor', now(), jsonb_build_object('globalVersion', told_in)
                from feature where name = 'async-customer-addresses'
                """);

        assertThat(get(path)).bodyJson().isLenientlyEqualTo("{\"activeIn\": 2, \"channels\": 3}");
    }

    @Test
    void makesATokenThatIsShownOnceAndRevokesIt() {
        var answer = http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\": \"till 7\", \"role\": \"TILL\", \"channel\": \"HARBOR\"}")
                .exchange();
        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.token")
                .asString()
                .hasSizeGreaterThan(40);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .singleElement()
                .asString()
                .contains("till 7");
        String id = work.texts("select sha256 from device_token where device = 'till 7'")
                .get(0);
        assertThat(get("/api/v1/devices")).bodyText().contains("till 7").doesNotContain("\"token\"");

        assertThat(http.delete().uri("/api/v1/devices/" + id).header(HttpHeaders.AUTHORIZATION, admin))
                .hasStatus(204);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .last()
                .asString()
                .doesNotContain("till 7");
    }

    @Test
    void revokesATokenAtItsChannelEvenWhile1070IsHeld() {
        http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\": \"till 8\", \"role\": \"TILL\", \"channel\": \"HARBOR\"}")
                .exchange();
        String id = work.texts("select sha256 from device_token where device = 'till 8'")
                .get(0);
        post("/api/v1/batch-jobs/1070/hold");

        assertThat(http.delete().uri("/api/v1/devices/" + id).header(HttpHeaders.AUTHORIZATION, admin))
                .hasStatus(204);

        assertThat(work.publishedTo(Topics.CONTROL))
                .last()
                .asString()
                .contains("\"action\":\"REVOKE_TOKEN\"", "\"token\":\"" + id + "\"", "\"channelDatabase\":\"harbor\"");
        post("/api/v1/batch-jobs/1070/release");
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

    @Test
    void tellsTheChannelWhatEachOfItsStorefrontsMayDo() {
        put("/api/v1/channels/SHOP", null, channel("SHOP", "ONLINE_STORE", ""));
        device("{\"device\": \"shop\", \"role\": \"STOREFRONT\", \"channel\": \"SHOP\"}");
        device(
                "{\"device\": \"calls\", \"role\": \"STOREFRONT\", \"channel\": \"SHOP\", \"storefrontAccess\": \"FULL\"}");
        device("{\"device\": \"till\", \"role\": \"TILL\", \"channel\": \"SHOP\"}");
        assertThat(accessOfTokens()).containsExactlyInAnyOrder("calls FULL", "shop SIGN_IN_ONLY", "till none");

        put(
                "/api/v1/channels/SHOP",
                tag("/api/v1/channels/SHOP"),
                channel("SHOP", "ONLINE_STORE", ", \"storefrontAccess\": \"FULL\""));

        assertThat(accessOfTokens()).containsExactlyInAnyOrder("calls FULL", "shop FULL", "till none");
        assertThat(
                        device(
                                "{\"device\": \"x\", \"role\": \"TILL\", \"channel\": \"SHOP\", \"storefrontAccess\": \"FULL\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/storefrontAccess");
    }

    private List<String> accessOfTokens() {
        List<String> published = work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070);
        return JsonMapper.shared()
                .readTree(published.get(published.size() - 1))
                .path("tokens")
                .valueStream()
                .map(token -> token.path("device").asString() + " "
                        + token.path("storefrontAccess").asString("none"))
                .toList();
    }

    private MvcTestResult device(String body) {
        return http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String channel(String name, String type, String more) {
        return """
                {"channel": "%s", "name": "%s", "type": "%s", "channelDatabase": "online",
                 "functionalityProfile": "online", "defaultCustomer": null,
                 "operatingUnit": {"name": "x", "country": "USA", "currencyCode": "USD", "language": "en-US"}%s}
                """.formatted(name, name, type, more);
    }

    @Test
    void sendsCommandsForThePJobToEveryChannelDatabase() {
        assertThat(post("/api/v1/batch-jobs/P-0001/hold"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"job": "P-0001", "status": "HELD", "held": true, "recurrence": "PT1S", "nextRun": null}
                """);
        post("/api/v1/batch-jobs/P-0001/hold");
        post("/api/v1/batch-jobs/P-0001/release");
        post("/api/v1/batch-jobs/P-0001/run");
        put("/api/v1/batch-jobs/P-0001/recurrence", tag("/api/v1/batch-jobs/P-0001"), "{\"recurrence\": \"PT5S\"}");

        assertThat(work.texts("""
                        select aggregateid || ' ' || (payload ->> 'action') || coalesce(payload ->> 'recurrenceSeconds', '')
                        from configuration_log where aggregatetype = 'cdx.control' order by replication_counter
                        """))
                .containsExactly(
                        "harbor HOLD",
                        "online HOLD",
                        "harbor RELEASE",
                        "online RELEASE",
                        "harbor RUN",
                        "online RUN",
                        "harbor SCHEDULE5",
                        "online SCHEDULE5");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(get("/api/v1/channels?colour=red")).hasStatus(400);
        assertThat(put("/api/v1/affiliations/VIP", null, "{\"description\": \"x\", \"colour\": \"red\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/malformed-request");
        assertThat(put("/api/v1/affiliations/VIP", null, "{\"description\": \"" + "x".repeat(300_000) + "\"}"))
                .hasStatus(413);
        assertThat(get("/api/v1/batch-jobs/nonsense")).hasStatus(404);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, admin).exchange();
    }

    private MvcTestResult post(String path) {
        return http.post().uri(path).header(HttpHeaders.AUTHORIZATION, admin).exchange();
    }

    private String tag(String path) {
        return String.valueOf(get(path).getResponse().getHeader(HttpHeaders.ETAG));
    }

    private MvcTestResult put(String path, @org.jspecify.annotations.Nullable String ifMatch, String body) {
        var request = http.put()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.exchange();
    }
}
