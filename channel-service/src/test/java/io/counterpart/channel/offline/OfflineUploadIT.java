package io.counterpart.channel.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OfflineUploadIT extends ChannelServiceContext {

    static final String UPLOADS = "/api/v1/offline-uploads";
    static final String MORNING = "2026-11-20T08:15:30.123Z";

    private final UUID id = UUID.randomUUID();

    @Test
    void keepsWhatTheTillMadeWithTheTimeOfTheTill() {
        Response answer = upload(harbor, item(id, "Offline"));

        JsonNode result = answer.json().path("items").path(0);
        assertThat(result.path("status").asInt()).as(answer.body()).isEqualTo(201);
        assertThat(result.path("asyncCustomerId").asString()).isEqualTo(id.toString());
        JsonNode customer = result.path("customer");
        assertThat(customer.path("createdAt").asString()).isEqualTo(MORNING);
        assertThat(customer.path("asyncReason").asString()).isEqualTo("POS_OFFLINE");
        assertThat(customer.path("displayAccountNumber").asString()).isEqualTo("Pending sync");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !HQ.recordsOf(Topics.P_0001, id.toString()).isEmpty());
    }

    @Test
    void isAsynchronousEvenWhereCustomersAreMadeInSyncMode() {
        REAL_TIME.behave(REAL_TIME.doing());

        upload(station, item(id, "Offline"));

        assertThat(REAL_TIME.receivedRequestsFor(id)).isEmpty();
        assertThat(station.get(CUSTOMERS + "/" + id).text("asyncReason")).isEqualTo("POS_OFFLINE");
    }

    @Test
    void makesOneCustomerOfAnItemThatComesTwice() {
        Response twice = upload(harbor, item(id, "Twice"), item(id, "Twice"), item(id, "Other"));
        Response again = upload(harbor, item(id, "Twice"));

        assertThat(statuses(twice)).containsExactly(201, 200, 409);
        assertThat(twice.json()
                        .path("items")
                        .path(2)
                        .path("problem")
                        .path("type")
                        .asString())
                .isEqualTo("/problems/async-customer-id-in-use");
        assertThat(statuses(again)).containsExactly(200);
        assertThat(harbor.put(CUSTOMERS + "/" + id, "{\"firstName\": \"Ann\", \"lastName\": \"Twice\"}")
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from customer where async_customer_id = ?", Integer.class, id))
                .isEqualTo(1);
    }

    @Test
    void takesFiveHundredAtOnceWithFewStatements() {
        String[] many = IntStream.range(0, 500)
                .mapToObj(i -> item(UUID.randomUUID(), "Many"))
                .toArray(String[]::new);

        List<String> sent = statements.during(StatementCounter::answersRequests, () -> {
            Response answer = upload(harbor, many);
            assertThat(statuses(answer)).hasSize(500).containsOnly(201);
        });

        assertThat(sent).as("%s", sent).hasSizeLessThan(15);
    }

    @Test
    void takesAnUploadThatIsLargerThanOtherRequestsMayBe() {
        String street = "x".repeat(200);
        String[] many = IntStream.range(0, 500)
                .mapToObj(i -> item(UUID.randomUUID(), "Large")
                        .replace(
                                "\"firstName\"",
                                "\"addresses\": [{\"street\": \"%s\"}, {\"street\": \"%s\"}], \"firstName\""
                                        .formatted(street, street)))
                .toArray(String[]::new);
        assertThat(String.join(",", many).length()).isGreaterThan(256 * 1024);

        assertThat(statuses(upload(harbor, many))).hasSize(500).containsOnly(201);
        assertThat(harbor.post(UPLOADS, " ".repeat(4 * 1024 * 1024) + "{\"items\": []}")
                        .text("type"))
                .isEqualTo("/problems/payload-too-large");
    }

    @Test
    void keepsACustomerWhoseTillHasAWildClock() {
        Response answer = upload(harbor, item(id, "Wild").replace(MORNING, "+999999999-01-01T00:00:00Z"));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(201);
        assertThat(harbor.get(CUSTOMERS + "/" + id).text("createdAt")).startsWith("20");
    }

    @Test
    void cutsATimeInTheFuture() {
        Instant tomorrow = Instant.now().plus(Duration.ofHours(20));
        upload(harbor, item(id, "Early").replace(MORNING, tomorrow.toString()));

        assertThat(Instant.parse(harbor.get(CUSTOMERS + "/" + id).text("createdAt")))
                .isBefore(Instant.now().plus(Duration.ofMinutes(6)));
    }

    static Response upload(ApiClient till, String... items) {
        Response answer = till.post(UPLOADS, "{\"items\": [" + String.join(",", items) + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    static String item(UUID id, String lastName) {
        return "{\"asyncCustomerId\": \"%s\", \"createdAt\": \"%s\", \"firstName\": \"Ann\", \"lastName\": \"%s\"}"
                .formatted(id, MORNING, lastName);
    }

    static List<Integer> statuses(Response answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }
}
