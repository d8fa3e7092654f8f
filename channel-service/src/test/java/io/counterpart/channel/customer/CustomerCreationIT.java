package io.counterpart.channel.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomerCreationIT extends ChannelServiceContext {

    private static final String ANN = """
            {"type": "PERSON", "title": "Dr.", "firstName": " Ann ", "lastName": "Lee", "email": "ann@example.com",
             "phone": "+1 555 0100",
             "addresses": [{"street": "1 Pier Road", "city": "Harbor", "zipCode": "98101"}, {"city": "Station", "country": "CAN"}],
             "contacts": [{"type": "EMAIL", "value": "ann.work@example.com", "marketingConsent": true}],
             "attributes": {"shoeSize": 38, "newsletter": true, "height": 1.70}}
            """;

    @Test
    void answersAtOnceWithAPendingCustomerAndItsDefaults() {
        Response answer = harbor.post(CUSTOMERS, ANN);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo(CUSTOMERS + "/" + answer.text("asyncCustomerId"));
        JsonNode ann = answer.json();
        assertThat(ann.path("accountNumber").isNull()).isTrue();
        assertThat(ann.path("displayAccountNumber").asString()).isEqualTo("Pending sync");
        assertThat(ann.path("syncStatus").asString()).isEqualTo("PENDING_SYNC");
        assertThat(ann.path("creationMode").asString()).isEqualTo("ASYNC");
        assertThat(ann.path("asyncReason").asString()).isEqualTo("FUNCTIONALITY_PROFILE");
        assertThat(ann.path("createdInChannel").asString()).isEqualTo("HARBOR");
        assertThat(ann.path("version").asInt()).isEqualTo(1);
        assertThat(ann.path("pendingOperations").asInt()).isEqualTo(1);
        assertThat(ann.path("firstName").asString()).isEqualTo("Ann");
        assertThat(ann.path("customerGroup").asString()).isEqualTo("RETAIL");
        assertThat(ann.path("currencyCode").asString()).isEqualTo("USD");
        assertThat(ann.path("language").asString()).isEqualTo("en-US");
        assertThat(ann.path("receiptOption").asString()).isEqualTo("EMAIL");
        assertThat(ann.path("receiptEmail").isNull()).isTrue();
        assertThat(ann.path("affiliations").toString()).isEqualTo("[\"VIP\"]");
        JsonNode first = ann.path("addresses").path(0);
        assertThat(first.path("purpose").asString()).isEqualTo("HOME");
        assertThat(first.path("country").asString()).isEqualTo("USA");
        assertThat(first.path("name").asString()).isEqualTo("Ann Lee");
        assertThat(first.path("phone").asString()).isEqualTo("+1 555 0100");
        assertThat(first.path("primary").asBoolean()).isTrue();
        assertThat(ann.path("addresses").path(1).path("country").asString()).isEqualTo("CAN");
        assertThat(ann.path("capabilities").path("edit").toString()).isEqualTo("{\"allowed\":true}");
        assertThat(ann.path("capabilities").path("issueLoyaltyCard").toString())
                .isEqualTo("{\"allowed\":false,\"reason\":\"customer-pending-sync\"}");
    }

    @Test
    void readsBackWhatItAnswered() {
        Response created = harbor.post(CUSTOMERS, ANN);

        Response read = station.get(created.header("Location") + "?include=addresses,contacts,affiliations,attributes");

        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void showsOnlyTheProfileUnlessAskedForMore() {
        String location = harbor.post(CUSTOMERS, ANN).header("Location");

        assertThat(harbor.get(location).json().has("addresses")).isFalse();
        assertThat(harbor.get(location).json().has("timeline")).isFalse();
        JsonNode timeline = harbor.get(location + "?include=timeline").json().path("timeline");
        assertThat(timeline.path("created").asString()).isNotEmpty();
        assertThat(timeline.path("returned").isNull()).isTrue();
    }

    @Test
    void logsTheCreationForHeadquartersAndPublishesIt() {
        String id = harbor.post(
                        CUSTOMERS, ANN, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .text("asyncCustomerId");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !HQ.recordsOf(Topics.P_0001, id).isEmpty());
        var published = HQ.recordsOf(Topics.P_0001, id).get(0);
        String json = new String(published.value(), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"operationNumber\":1",
                        "\"kind\":\"CREATE_CUSTOMER\"",
                        "\"mode\":\"ASYNC\"",
                        "\"height\":1.70");
        assertThat(new String(published.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void keepsTheCustomerAsPendingWhenTheRealTimeServiceDoesNotAnswer() {
        Response answer = station.post(CUSTOMERS, "{\"lastName\": \"Fallback\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("creationMode")).isEqualTo("ASYNC");
        assertThat(answer.text("asyncReason")).isEqualTo("REALTIME_SERVICE_UNREACHABLE");
    }

    @Test
    void makesOneRoundTripForACustomerWithAddressesAndContactsToo() {
        harbor.post(CUSTOMERS, ANN);

        List<String> bare = statements.during(
                StatementCounter::answersRequests, () -> harbor.post(CUSTOMERS, "{\"lastName\": \"Bare\"}"));
        List<String> whole = statements.during(StatementCounter::answersRequests, () -> harbor.post(CUSTOMERS, ANN));

        assertThat(bare).hasSize(1).noneMatch(sql -> sql.startsWith("select"));
        assertThat(whole).hasSize(1).noneMatch(sql -> sql.startsWith("select"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "2, 3", "3, 4", "7, 9"})
    void storesAllAddressesAndContacts(int addresses, int contacts) {
        String body = "{\"lastName\": \"Many\", \"addresses\": [%s], \"contacts\": [%s]}"
                .formatted(
                        listOf(addresses, "{\"city\": \"City %d\"}"),
                        listOf(contacts, "{\"type\": \"PHONE\", \"value\": \"555 010%d\"}"));

        Response created = harbor.post(CUSTOMERS, body);
        JsonNode read = harbor.get(CUSTOMERS + "/" + created.text("asyncCustomerId") + "?include=addresses,contacts")
                .json();

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(read.path("addresses")
                        .valueStream()
                        .map(it -> it.path("city").asString()))
                .containsExactlyElementsOf(IntStream.range(0, addresses)
                        .mapToObj("City %d"::formatted)
                        .toList());
        assertThat(read.path("contacts")
                        .valueStream()
                        .map(it -> it.path("value").asString()))
                .containsExactlyElementsOf(IntStream.range(0, contacts)
                        .mapToObj("555 010%d"::formatted)
                        .toList());
    }

    @Test
    void takesAnOrganizationByItsName() {
        Response answer = harbor.post(
                CUSTOMERS,
                "{\"type\": \"ORGANIZATION\", \"organizationName\": \"Pier Co\", \"addresses\": [{\"city\": \"Harbor\"}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("addresses").path(0).path("purpose").asString())
                .isEqualTo("BUSINESS");
    }

    @Test
    void answersWithTheNumberWhenItComesWhileTheCallerWaits() {
        var waiting = harbor.postAsync(CUSTOMERS, "{\"lastName\": \"Patient\"}", "Prefer", "wait=10");
        String number = KafkaHeadquarters.accountNumber();
        await().atMost(Duration.ofSeconds(10)).until(() -> idOf("Patient").isPresent());
        UUID id = idOf("Patient").orElseThrow();

        HQ.publish(Topics.CUSTOMERS_1010, number, SnapshotFixtures.converted(id, number, "Patient"));

        Response answer = waiting.join();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("accountNumber")).isEqualTo(number);
        assertThat(answer.text("displayAccountNumber")).isEqualTo(number);
        assertThat(answer.text("syncStatus")).isEqualTo("SYNCED");
        assertThat(answer.json().path("pendingOperations").asInt()).isZero();
    }

    @Test
    void answersWithThePendingCustomerWhenTheWaitIsOver() {
        Response answer = harbor.post(CUSTOMERS, "{\"lastName\": \"Late\"}", "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("displayAccountNumber")).isEqualTo("Pending sync");
    }

    private static String listOf(int count, String each) {
        return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(", "));
    }
}
