package io.counterpart.hq.realtime;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.FindLoyaltyCards;
import io.counterpart.contract.realtime.FindOrders;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RealTimeOrdersIT extends RealTimeOrderSupport {

    @Test
    void makesOneOrderHoweverOftenItIsAsked() {
        stageAndConvert();
        var order = UUID.randomUUID();

        var first = order(customer, order);
        order(customer, order);

        assertThat(first).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"id": "%s", "orderNumber": "SO-0000001", "accountNumber": "C-0000001"}
                """.formatted(order));
        assertThat(work.count("sales_order")).isEqualTo(1);
    }

    @Test
    void issuesOneCardHoweverOftenTheSameRequestComes() {
        stageAndConvert();
        var request = UUID.randomUUID();

        var answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> card(request))).limit(5).toList().stream()
                        .map(CompletableFuture::join)
                        .map(it -> work.tree(it).path("cardNumber").asString(""))
                        .distinct();

        assertThat(answers).hasSize(1);
        assertThat(work.count("loyalty_card")).isEqualTo(1);
    }

    @Test
    void enrolsACustomerOnceHoweverManyAsk() {
        stageAndConvert();

        var numbers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> card(UUID.randomUUID())))
                        .limit(9)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(it -> work.tree(it).path("cardNumber").asString(""))
                        .distinct();

        assertThat(numbers).containsExactly("LC-0000001");
        assertThat(work.count("loyalty_card")).isEqualTo(1);
        var request = UUID.randomUUID();
        assertThat(card(request)).bodyJson().extractingPath("$.requestId").isNotEqualTo(request.toString());
    }

    @Test
    void listsTheCardsOfACustomer() {
        stageAndConvert();
        String path = "/realtime/v1/loyalty-cards/search";
        String body = work.json(new FindLoyaltyCards(customer));
        assertThat(client.post(harbor, path, body))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        card(UUID.randomUUID());

        assertThat(client.post(harbor, path, body)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"items": [{"cardNumber": "LC-0000001", "accountNumber": "C-0000001"}]}
                        """);
        assertThat(client.post(harbor, path, work.json(new FindLoyaltyCards(UUID.randomUUID()))))
                .hasStatus(404);
        assertThat(client.post(harbor, path, "{}")).hasStatus(400);
    }

    @Test
    void convertsACustomerWhoWaitsInStaging() {
        work.stage(List.of(OperationFixtures.creation(customer)));

        assertThat(card(UUID.randomUUID())).hasStatusOk();

        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void saysThatACustomerWhoCannotBeConvertedIsPending() {
        work.stage(List.of(
                OperationFixtures.creation(customer, OperationFixtures.profile(null, null, "a@example.com"), null)));

        assertThat(order(customer, UUID.randomUUID()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/customer-pending-sync");
        assertThat(order(UUID.randomUUID(), UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void refusesBlockedCustomersUntilTheyAreFreed() {
        stageAndConvert();
        String operator = work.bearer(TokenRole.HQ_API, null);
        String path = "/api/v1/customers/C-0000001";

        assertThat(client.put(operator, path + "/blocked", path, "{\"blocked\": true, \"reason\": \"Unpaid\"}"))
                .bodyJson()
                .extractingPath("$.blocked")
                .isEqualTo(true);

        assertThat(card(UUID.randomUUID()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/customer-blocked");
        assertThat(order(customer, UUID.randomUUID())).hasStatus(409);
        assertThat(work.texts("select payload ->> 'blocked' from distribution_log where aggregateversion = 2"))
                .containsExactly("true");
        assertThat(work.texts("select actor || ' ' || action || ' ' || subject from audit_entry"))
                .containsExactly("test block C-0000001");

        assertThat(client.put(operator, path + "/blocked", path, "{\"blocked\": false, \"reason\": \"Paid\"}"))
                .hasStatusOk();
        assertThat(card(UUID.randomUUID())).hasStatusOk();
    }

    @Test
    void refusesAnOrderThatIsNone() {
        stageAndConvert();

        assertThat(order(customer, new CustomerOrder(UUID.randomUUID(), "USD", List.of(), null)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("invalid-order");
        assertThat(client.post(harbor, "/realtime/v1/orders", "{}")).hasStatus(400);
        String online = work.bearer(TokenRole.CHANNEL_DATABASE, "online");
        assertThat(client.post(online, "/realtime/v1/orders", json(customer, order(UUID.randomUUID()))))
                .hasStatus(403);
    }

    @Test
    void tellsAChannelDatabaseTheNumbersOfItsOrders() {
        stageAndConvert();
        var order = UUID.randomUUID();
        order(customer, order);
        String online = work.bearer(TokenRole.CHANNEL_DATABASE, "online");

        assertThat(states(harbor, "harbor", order, UUID.randomUUID()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"orders\": [{\"id\": \"%s\", \"orderNumber\": \"SO-0000001\"}]}".formatted(order));
        assertThat(states(online, "online", order))
                .bodyJson()
                .extractingPath("$.orders")
                .asArray()
                .isEmpty();
        assertThat(states(online, "harbor", order)).hasStatus(403);
        assertThat(client.post(harbor, "/realtime/v1/orders/states", "{\"channelDatabase\": \"harbor\"}"))
                .hasStatus(400);
    }

    private MvcTestResult states(String token, String channelDatabase, UUID... orders) {
        return client.post(
                token, "/realtime/v1/orders/states", work.json(new FindOrders(channelDatabase, List.of(orders))));
    }

    private void stageAndConvert() {
        work.stage(List.of(OperationFixtures.creation(customer)));
        work.synchronize();
    }

    private MvcTestResult order(UUID asyncCustomerId, UUID order) {
        return order(asyncCustomerId, order(order));
    }

    private MvcTestResult order(UUID asyncCustomerId, CustomerOrder order) {
        return client.post(harbor, "/realtime/v1/orders", json(asyncCustomerId, order));
    }

    private String json(UUID asyncCustomerId, CustomerOrder order) {
        return work.json(new CreateOrder("harbor", "HARBOR", asyncCustomerId, order));
    }

    private MvcTestResult card(UUID request) {
        return client.post(
                harbor,
                "/realtime/v1/loyalty-cards",
                work.json(new IssueLoyaltyCard(request, "harbor", "HARBOR", customer)));
    }

    private static CustomerOrder order(UUID id) {
        return new CustomerOrder(id, "USD", List.of(new CustomerOrder.Line("Anchor", "1", "5.00")), null);
    }
}
