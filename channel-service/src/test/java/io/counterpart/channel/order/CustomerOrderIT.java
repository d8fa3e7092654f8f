package io.counterpart.channel.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomerOrderIT extends ChannelServiceContext {

    private static final String ORDERS = "/api/v1/customer-orders";

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void makeTheCustomer() {
        harbor.put(CUSTOMERS + "/" + id, "{\"lastName\": \"Orderer\"}");
    }

    @Test
    void takesAnOrderOfAPendingCustomerWhereOrdersAreAsynchronous() {
        Response answer = harbor.post(ORDERS, order(id));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("PENDING_SYNC");
        assertThat(answer.text("customer")).isEqualTo(id);
        assertThat(answer.text("total")).isEqualTo("39.80");
        assertThat(answer.text("currencyCode")).isEqualTo("USD");
        assertThat(harbor.get(answer.header("Location")).json()).isEqualTo(answer.json());
        assertThat(harbor.get(CUSTOMERS + "/" + id)
                        .json()
                        .path("pendingOperations")
                        .asInt())
                .isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HQ.recordsOf(Topics.P_0001, id).stream()
                        .map(each -> new String(each.value(), StandardCharsets.UTF_8))
                        .anyMatch(json ->
                                json.contains("\"kind\":\"CREATE_ORDER\"") && json.contains("\"operationNumber\":2")));
    }

    @Test
    void isCreatedOnceHeadquartersHasAppliedItsOperation() {
        String location = harbor.post(ORDERS, order(id)).header("Location");
        String number = KafkaHeadquarters.accountNumber();
        var content = SnapshotFixtures.content("Orderer", "Harbor");
        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.changedElsewhere(UUID.fromString(id), number, content, 1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> number.equals(harbor.get(location).text("accountNumber")));
        assertThat(harbor.get(location).text("status")).isEqualTo("PENDING_SYNC");

        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.changedElsewhere(UUID.fromString(id), number, content, 2));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> "CREATED".equals(harbor.get(location).text("status")));
    }

    @Test
    void isReadableByItsOwnChannelOnly() {
        String location = harbor.post(ORDERS, order(id)).header("Location");

        Response answer = station.get(location);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("type")).isEqualTo("/problems/not-found");
        assertThat(harbor.get(location).status()).isEqualTo(200);
    }

    @Test
    void makesOneOrderOfTriesWithTheSameKey() {
        String key = UUID.randomUUID().toString();

        Response first = harbor.post(ORDERS, order(id), "Idempotency-Key", key);
        Response second = harbor.post(ORDERS, order(id), "Idempotency-Key", key);

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(harbor.get(CUSTOMERS + "/" + id)
                        .json()
                        .path("pendingOperations")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void needsTheNumberWhereOrdersAreMadeAtOnce() {
        Response answer = station.post(ORDERS, order(id));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("/problems/customer-pending-sync");
    }

    @Test
    void hasHeadquartersMakeTheOrderAtOnce() {
        REAL_TIME.behave(REAL_TIME.doing());
        String number = station.post(CUSTOMERS, "{\"lastName\": \"Orderer\"}").text("accountNumber");
        REAL_TIME.behave(RealTimeBehaviour.status(
                201,
                "{\"id\": \"%s\", \"orderNumber\": \"SO-1\", \"accountNumber\": \"%s\", \"createdAt\": \"2026-11-22T10:00:00Z\"}"
                        .formatted(UUID.randomUUID(), number)));

        Response answer = station.post(ORDERS, order(number));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("CREATED");
        assertThat(answer.text("orderNumber")).isEqualTo("SO-1");
        assertThat(station.get(answer.header("Location")).json()).isEqualTo(answer.json());
    }

    @Test
    void saysSoWhenHeadquartersCannotBeReachedOrRefuses() {
        REAL_TIME.behave(REAL_TIME.doing());
        String number = station.post(CUSTOMERS, "{\"lastName\": \"Orderer\"}").text("accountNumber");

        REAL_TIME.behave(RealTimeBehaviour.refusing(422, "headquarters-refused", "The item is not sold any more"));
        Response refused = station.post(ORDERS, order(number));
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));
        Response away = station.post(ORDERS, order(number));

        assertThat(refused.text("type")).isEqualTo("/problems/headquarters-refused");
        assertThat(refused.text("detail")).isEqualTo("The item is not sold any more");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("type")).isEqualTo("/problems/headquarters-unreachable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lines\": []                                                                  | 422 | /lines required",
                "\"lines\": [null]                                                              | 422 | /lines/0 required",
                "\"lines\": [{\"quantity\": \"1\", \"price\": \"1\"}]                           | 422 | /lines/0/item required",
                "\"lines\": [{\"item\": \"a\", \"quantity\": \"0\", \"price\": \"1\"}]          | 422 | /lines/0/quantity out-of-bounds",
                "\"lines\": [{\"item\": \"a\", \"quantity\": \"-1\", \"price\": \"1\"}]         | 422 | /lines/0/quantity not-a-decimal",
                "\"lines\": [{\"item\": \"a\", \"quantity\": \"1e9999\", \"price\": \"1\"}]     | 422 | /lines/0/quantity not-a-decimal",
                "\"lines\": [{\"item\": \"a\", \"quantity\": \"1\", \"price\": \"1,5\"}]        | 422 | /lines/0/price not-a-decimal",
                "\"lines\": [{\"item\": \"a\", \"quantity\": 1, \"price\": \"1\"}]              | 400 | /lines/0/quantity wrong-type",
                "\"currencyCode\": \"XXY\", \"lines\": [{\"item\": \"a\", \"quantity\": \"1\", \"price\": \"1\"}] | 422 | /currencyCode not-a-currency",
                "\"note\": \"a\\u0000\", \"lines\": [{\"item\": \"a\", \"quantity\": \"1\", \"price\": \"1\"}]     | 422 | /note control-character",
                "\"total\": \"1\"                                                               | 400 | /total unknown-field",
            })
    void refusesOrdersThatMakeNoSense(String fields, int status, String error) {
        Response answer = harbor.post(ORDERS, "{\"customer\": \"%s\", %s}".formatted(id, fields));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @Test
    void rejectsAnOrderWithoutACustomer() {
        assertThat(harbor.post(ORDERS, order("NOPE")).text("type")).isEqualTo("/problems/customer-not-found");
        assertThat(harbor.post(ORDERS, "{\"lines\": []}").status()).isEqualTo(404);
        assertThat(harbor.get(ORDERS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(harbor.get(ORDERS + "/x").status()).isEqualTo(400);
    }

    private static String order(String customer) {
        return "{\"customer\": \"%s\", \"lines\": [{\"item\": \"Lamp\", \"quantity\": \"2\", \"price\": \"19.90\"}]}"
                .formatted(customer);
    }
}
