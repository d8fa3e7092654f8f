package io.counterpart.channel.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Orders that are cancelled before and after HQ has created them. */
class OrderCancellationIT extends ChannelServiceContext {

    private static final String ORDERS = "/api/v1/customer-orders";

    private final UUID id = UUID.randomUUID();
    private final String number = KafkaHeadquarters.accountNumber();
    private String location = "";

    @BeforeEach
    void order() {
        harbor.put(CUSTOMERS + "/" + id, "{\"lastName\": \"Regrets\"}");
        location = harbor.post(ORDERS, """
                        {"customer": "%s", "lines": [{"item": "Lamp", "quantity": "2", "price": "19.90"}]}
                        """.formatted(id)).header("Location");
    }

    @Test
    void beforeItsCreationTheCancellationFollowsTheOrder() {
        Response cancelled = cancel("{\"reason\": \"  Too expensive \"}");

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLATION_PENDING");
        assertThat(cancelled.text("cancelledAt")).isNotEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> uploaded().stream()
                        .anyMatch(json -> json.contains("\"kind\":\"CANCEL_ORDER\"")
                                && json.contains("\"operationNumber\":3")
                                && json.contains("\"reason\":\"Too expensive\"")));

        publishApplied(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> number.equals(harbor.get(location).text("accountNumber")));
        assertThat(harbor.get(location).text("status")).isEqualTo("CANCELLATION_PENDING");

        publishApplied(3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "CANCELLED".equals(harbor.get(location).text("status")));
    }

    @Test
    void afterItsCreationTheOrderIsCancelledToo() {
        publishApplied(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "CREATED".equals(harbor.get(location).text("status")));

        assertThat(cancel("{}").text("status")).isEqualTo("CANCELLATION_PENDING");

        publishApplied(3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "CANCELLED".equals(harbor.get(location).text("status")));
    }

    @Test
    void happensOnceHoweverOftenAndByHowManyAtOnce() {
        List<CompletableFuture<Response>> tries = IntStream.range(0, 6)
                .mapToObj(i -> harbor.postAsync(location + "/cancellation", "{\"reason\": \"%d\"}".formatted(i)))
                .toList();

        assertThat(tries).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
        String at = harbor.get(location).text("cancelledAt");
        assertThat(cancel("{}").text("cancelledAt")).isEqualTo(at);
        assertThat(jdbc.queryForObject(
                        "select count(*) from async_operation where aggregateid = ? and type = 'CANCEL_ORDER'",
                        Integer.class,
                        id.toString()))
                .isEqualTo(1);
    }

    @Test
    void belongsToTheChannelOfTheOrder() {
        assertThat(station.post(location + "/cancellation", "{}").status()).isEqualTo(404);
        assertThat(harbor.post(ORDERS + "/" + UUID.randomUUID() + "/cancellation", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(harbor.get(location).text("status")).isEqualTo("PENDING_SYNC");
    }

    @Test
    void refusesAReasonThatCannotBeStored() {
        assertThat(cancel("{\"reason\": \"%s\"}".formatted("x".repeat(1001))).firstError())
                .isEqualTo("/reason too-long");
        assertThat(cancel("{\"why\": \"x\"}").status()).isEqualTo(400);
        assertThat(harbor.get(location).text("status")).isEqualTo("PENDING_SYNC");
    }

    private Response cancel(String body) {
        return harbor.post(location + "/cancellation", body);
    }

    private List<String> uploaded() {
        return HQ.recordsOf(Topics.P_0001, id.toString()).stream()
                .map(each -> new String(Objects.requireNonNull(each.value()), StandardCharsets.UTF_8))
                .toList();
    }

    private void publishApplied(int operations) {
        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.changedElsewhere(
                        id, number, SnapshotFixtures.content("Regrets", "Harbor"), operations));
    }
}
