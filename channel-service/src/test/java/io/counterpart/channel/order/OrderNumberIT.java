package io.counterpart.channel.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.TillSection;
import io.counterpart.contract.operation.OperationKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How the number of an async order comes back to its channel, and who waits for it. */
class OrderNumberIT extends ChannelServiceContext {

    private static final String ORDERS = "/api/v1/customer-orders";

    private final UUID id = UUID.randomUUID();
    private final String orderNumber = "SO-" + id.toString().substring(0, 8);

    @BeforeEach
    void makeTheCustomer() {
        harbor.put(CUSTOMERS + "/" + id, "{\"lastName\": \"Orderer\"}");
    }

    @Test
    void comesBackOnceHeadquartersHasAppliedTheOrder() {
        Response order = harbor.post(ORDERS, order());
        REAL_TIME.behave(knowing(order.text("id")));
        String location = order.header("Location");
        assertThat(harbor.get(location).text("orderNumber")).isEmpty();

        publishApplied(2);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> orderNumber.equals(harbor.get(location).text("orderNumber")));
        assertThat(harbor.get(location).text("status")).isEqualTo("CREATED");
    }

    @Test
    void isWaitedForByWhoeverPrefersTo() {
        var waiting = harbor.postAsync(ORDERS, order(), "Prefer", "wait=10");
        String order = await().atMost(Duration.ofSeconds(20)).until(this::storedOrder, it -> !it.isEmpty());
        REAL_TIME.behave(knowing(order));

        publishApplied(2);

        assertThat(waiting.join().status()).isEqualTo(201);
        assertThat(waiting.join().text("orderNumber")).isEqualTo(orderNumber);
    }

    @Test
    void doesNotComeInTimeWhileHeadquartersIsAway() {
        Response answer = harbor.post(ORDERS, order(), "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("PENDING_SYNC");
    }

    @Test
    void anOrderThatIsSentAtOnceReachesHeadquartersWithoutTheJob() {
        ApiClient till = atOnce();
        REAL_TIME.behave((operation, in, out) -> {
            if (operation.operationId() == null) {
                knowing(storedOrder()).answer(operation, in, out);
            } else {
                REAL_TIME.doing().answer(operation, in, out);
            }
        });

        Response order = till.post(ORDERS, order(), "Prefer", "wait=10");

        assertThat(order.text("orderNumber")).as(order.body()).isEqualTo(orderNumber);
        assertThat(REAL_TIME.receivedRequestsFor(id))
                .anyMatch(it -> it.kind() == OperationKind.CREATE_ORDER && it.operationNumber() == 2);
    }

    @Test
    void anOrderThatCannotBeSentAtOnceIsUploaded() {
        ApiClient till = atOnce();

        Response order = till.post(ORDERS, order());

        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.text("status")).isEqualTo("PENDING_SYNC");
        await().atMost(Duration.ofSeconds(20)).until(this::isUploaded);
    }

    @Test
    void whoeverPrefersAnAsyncResponseDoesNotWaitForHeadquarters() {
        publishApplied(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "SYNCED".equals(station.get(CUSTOMERS + "/" + id).text("syncStatus")));

        REAL_TIME.behave(RealTimeBehaviour.silent());

        Response order = station.post(ORDERS, order(), "Prefer", "respond-async");
        Response sync = station.post(ORDERS, order());

        assertThat(sync.status()).as(sync.body()).isEqualTo(503);
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.text("status")).isEqualTo("PENDING_SYNC");
        await().atMost(Duration.ofSeconds(20)).until(this::isUploaded);
    }

    private void publishApplied(int operations) {
        String number = KafkaHeadquarters.accountNumber();
        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.changedElsewhere(
                        id, number, SnapshotFixtures.content("Orderer", "Harbor"), operations));
    }

    private RealTimeBehaviour knowing(String order) {
        return RealTimeBehaviour.status(
                200,
                "{\"orders\": [{\"id\": \"%s\", \"orderNumber\": \"%s\", \"createdAt\": \"2026-11-22T10:00:00Z\"}]}"
                        .formatted(order, orderNumber));
    }

    private String storedOrder() {
        return jdbc
                .queryForList("select id::text from customer_order where async_customer_id = ?", String.class, id)
                .stream()
                .findFirst()
                .orElse("");
    }

    private boolean isUploaded() {
        return HQ.recordsOf(Topics.P_0001, id.toString()).stream()
                .map(each -> new String(Objects.requireNonNull(each.value()), StandardCharsets.UTF_8))
                .anyMatch(json -> json.contains("\"kind\":\"CREATE_ORDER\""));
    }

    private ApiClient atOnce() {
        ApiClient till = harbor.with("token-of-at-once");
        var profile = FunctionalityProfile.of(
                "P3", "At once", true, OrderMode.ASYNC_AT_ONCE, false, TillSection.all(), List.of());
        HQ.configure(HqConfigurations.with(
                profile, HqConfigurations.channel("ATONCE", CHANNEL_DATABASE, true, "token-of-at-once")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> till.get("/api/v1/configuration").body().contains("ASYNC_AT_ONCE"));
        return till;
    }

    private String order() {
        return "{\"customer\": \"%s\", \"currencyCode\": \"USD\", \"lines\": [{\"item\": \"Lamp\", \"quantity\": \"2\", \"price\": \"19.90\"}]}"
                .formatted(id);
    }
}
