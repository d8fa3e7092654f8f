package io.counterpart.hq.channel;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ConfigurationApiIT extends ConfigurationApiSupport {

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
    void tellsChannelsThatAPrimaryAddressIsRequired() {
        String path = "/api/v1/functionality-profiles/stores";
        String required = "{\"name\": \"Stores\", \"primaryAddressRequired\": true}";

        assertThat(put(path, tag(path), required))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.primaryAddressRequired")
                .isEqualTo(true);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(2)
                .allMatch(it -> it.contains("\"primaryAddressRequired\":true"));

        assertThat(put(path, tag(path), "{\"name\": \"Stores\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.primaryAddressRequired")
                .isEqualTo(false);
    }

    @Test
    void tellsChannelsWhichSectionsTheirTillsShow() {
        String path = "/api/v1/functionality-profiles/stores";
        String all = "CONTACTS,ADDRESSES,AFFILIATIONS,ATTRIBUTES,NOTES,LOYALTY_CARDS,ORDERS,TIMELINE";

        assertThat(put(
                        path,
                        tag(path),
                        "{\"name\": \"Stores\", \"tillSections\": [\"NOTES\", \"ADDRESSES\", \"NOTES\"]}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.tillSections")
                .isEqualTo(List.of("ADDRESSES", "NOTES"));
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(2)
                .allMatch(it -> it.contains("\"tillSections\":[\"ADDRESSES\",\"NOTES\"]"));

        assertThat(put(path, tag(path), "{\"name\": \"Stores\", \"tillSections\": []}"))
                .bodyJson()
                .extractingPath("$.tillSections")
                .isEqualTo(List.of());
        assertThat(put(path, tag(path), "{\"name\": \"Stores\"}"))
                .bodyJson()
                .extractingPath("$.tillSections")
                .isEqualTo(List.of(all.split(",")));
        assertThat(put(path, tag(path), "{\"name\": \"Stores\", \"tillSections\": [null]}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/tillSections");
    }

    @Test
    void tellsChannelsWhichFieldsAreMandatory() {
        String path = "/api/v1/functionality-profiles/stores";

        assertThat(put(
                        path,
                        tag(path),
                        "{\"name\": \"Stores\", \"mandatoryFields\": [\"PHONE\", \"EMAIL\", \"PHONE\"]}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mandatoryFields")
                .isEqualTo(List.of("EMAIL", "PHONE"));
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(2)
                .allMatch(it -> it.contains("\"mandatoryFields\":[\"EMAIL\",\"PHONE\"]"));

        assertThat(put(path, tag(path), "{\"name\": \"Stores\"}"))
                .bodyJson()
                .extractingPath("$.mandatoryFields")
                .isEqualTo(List.of());
        assertThat(put(path, tag(path), "{\"name\": \"Stores\", \"mandatoryFields\": [null]}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/mandatoryFields");
    }

    @Test
    void sendsOrdersAtOnceWhereTheProfileSaysSo() {
        String path = "/api/v1/functionality-profiles/stores";

        assertThat(put(path, tag(path), "{\"name\": \"Stores\", \"orderMode\": \"ASYNC_AT_ONCE\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"orderMode\": \"ASYNC_AT_ONCE\", \"createOrdersInAsyncMode\": true}");
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(2)
                .allMatch(it -> it.contains("\"orderMode\":\"ASYNC_AT_ONCE\"")
                        && it.contains("\"createOrdersInAsyncMode\":true"));

        assertThat(put(path, tag(path), "{\"name\": \"Stores\", \"createOrdersInAsyncMode\": true}"))
                .bodyJson()
                .extractingPath("$.orderMode")
                .isEqualTo("ASYNC");
        // A caller that knows only the one returns the other as it read it.
        assertThat(put(
                        path,
                        tag(path),
                        "{\"name\": \"Stores\", \"createOrdersInAsyncMode\": false, \"orderMode\": \"ASYNC\"}"))
                .bodyJson()
                .extractingPath("$.orderMode")
                .isEqualTo("SYNC");
        assertThat(put(
                        path,
                        tag(path),
                        "{\"name\": \"Stores\", \"createOrdersInAsyncMode\": false, \"orderMode\": \"ASYNC_AT_ONCE\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("contradicts-async-mode");
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
    void aChannelDatabaseBelongsToOneGroup() {
        String channelDatabases = "{\"filterSharedCustomerDataTables\": false, \"channelDatabases\": [\"%s\"]}";
        String other = "/api/v1/channel-database-groups/south";

        assertThat(put(other, null, channelDatabases.formatted("harbor")))
                .hasStatus(422)
                .bodyText()
                .contains("in-another-group", "harbor");
        assertThat(put(other, null, channelDatabases.formatted("island"))).hasStatus2xxSuccessful();
    }

    // Each has pages and resources under its name.
    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "a;b", "a%b", "a\\\\b"})
    void aNameThatCannotBePartOfAUrlIsRefused(String name) {
        String groups = "{\"filterSharedCustomerDataTables\": false, \"channelDatabases\": [\"%s\"]}";

        assertThat(put("/api/v1/channel-database-groups/south", null, groups.formatted(name)))
                .hasStatus(422)
                .bodyText()
                .contains("/channelDatabases", "invalid-characters");
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
}
