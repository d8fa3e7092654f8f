package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer without an account number cannot have, and what it can have. */
class Rule08LimitsScenario extends RuleScenario {

    @Test
    void aLoyaltyCardWaitsForTheNumber() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(stack.harbor().create(newCustomer()).expect(201));
        String cards = "/api/v1/customers/" + id + "/loyalty-cards";

        assertThat(stack.harbor().http().post(cards, Map.of()).expect(409).text("type"))
                .contains("/problems/customer-pending-sync");
        administration.release(AdministrationFixture.SYNCHRONIZE);
        accountNumberOf(stack.harbor(), id);

        stack.harbor().http().post(cards, Map.of()).expect(201);
    }

    @Test
    void aSyncOrderWaitsForTheNumber() throws IOException {
        administration.profile("stores", true, false);
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(stack.harbor().create(newCustomer()).expect(201));

        assertThat(order(id).expect(409).text("type")).contains("/problems/customer-pending-sync");
        administration.release(AdministrationFixture.SYNCHRONIZE);
        accountNumberOf(stack.harbor(), id);

        assertThat(order(id).expect(201).text("orderNumber")).isPresent();
    }

    @Test
    void anAsyncOrderIsTakenAndConvertsItsCustomerEvenWhileSynchronizeIsHeld() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var other = id(stack.harbor().create(newCustomer("firstName", "Waits")).expect(201));
        var id = id(stack.harbor().create(newCustomer("firstName", "Orders")).expect(201));

        var order = order(id).expect(201);

        assertThat(order.text("status")).contains("PENDING_SYNC");
        accountNumberOf(stack.harbor(), id);
        String path = "/api/v1/customer-orders/" + order.text("id").orElseThrow();
        eventually()
                .until(() -> stack.harbor()
                        .http()
                        .get(path)
                        .text("status")
                        .filter("CREATED"::equals)
                        .isPresent());
        eventually()
                .until(() -> stack.harbor().http().get(path).text("orderNumber").isPresent());
        assertThat(databases.count("hq", "select count(*) from sales_order where async_customer_id = ?", id))
                .isEqualTo(1);
        assertThat(stack.harbor().get(other.toString()).text("accountNumber")).isEmpty();
    }

    @Test
    void anAsyncOrderIsCancelledBeforeItsConversionAndAfterwards() throws IOException {
        administration.hold("P-0001");
        var early =
                id(stack.harbor().create(newCustomer("firstName", "Regrets")).expect(201));
        String before = cancel(order(early).expect(201).text("id").orElseThrow());
        administration.release("P-0001");
        awaitCancelled(before);

        String created = order(early).expect(201).text("id").orElseThrow();
        String path = "/api/v1/customer-orders/" + created;
        eventually()
                .until(() -> stack.harbor().http().get(path).text("orderNumber").isPresent());
        awaitCancelled(cancel(created));

        assertThat(databases.count(
                        "hq",
                        "select count(*) from sales_order where async_customer_id = ? and cancelled_at is not null",
                        early))
                .isEqualTo(2);
    }

    private String cancel(String order) throws IOException {
        String path = "/api/v1/customer-orders/" + order;
        assertThat(stack.harbor()
                        .http()
                        .post(path + "/cancellation", Map.of("reason", "Too expensive"))
                        .expect(200)
                        .text("cancelledAt"))
                .isPresent();
        return path;
    }

    private void awaitCancelled(String path) {
        eventually()
                .until(() -> stack.harbor()
                        .http()
                        .get(path)
                        .text("status")
                        .filter("CANCELLED"::equals)
                        .isPresent());
    }

    @Test
    void everyChannelRefusesABlockedCustomerUntilItIsUnblocked() throws IOException {
        var id = id(stack.harbor().create(newCustomer()).expect(201));
        accountNumberOf(stack.harbor(), id);
        accountNumberOf(stack.online(), id);

        block(id, true);
        eventually().until(() -> isBlocked(stack.harbor(), id) && isBlocked(stack.online(), id));

        assertThat(order(id).expect(409).text("type")).contains("/problems/customer-blocked");
        assertThat(edit(stack.online(), id, Map.of("middleName", "Late"))
                        .expect(409)
                        .text("type"))
                .contains("/problems/customer-blocked");

        block(id, false);
        eventually().until(() -> !isBlocked(stack.harbor(), id));
        order(id).expect(201);
    }

    private void block(UUID customer, boolean blocked) throws IOException {
        String path = "/api/v1/customers/" + customer;
        String etag = stack.hq().http().get(path).expect(200).etag().orElseThrow();
        var wanted = Map.of("blocked", blocked, "reason", "Unpaid invoices");
        stack.hq()
                .http()
                .send("PUT", path + "/blocked", wanted, Map.of("If-Match", etag))
                .expect(200);
    }

    private static boolean isBlocked(ChannelClient channel, UUID customer) throws IOException {
        return channel.get(customer.toString())
                .expect(200)
                .body()
                .path("blocked")
                .asBoolean();
    }

    @Test
    void filteredTablesForbidCreationOffline() throws IOException {
        administration.filterSharedCustomerDataTables(true);
        var item = newCustomer("asyncCustomerId", UUID.randomUUID(), "createdAt", "2026-11-01T08:00:00Z");

        var results = stack.harbor()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", List.of(item)))
                .expect(200);

        assertThat(results.body().at("/items/0/problem/type").asString())
                .isEqualTo("/problems/offline-creation-disabled");
    }

    private HttpResult order(UUID customer) throws IOException {
        return stack.harbor()
                .http()
                .post(
                        "/api/v1/customer-orders",
                        Map.of(
                                "customer",
                                customer,
                                "lines",
                                List.of(Map.of("item", "Boots", "quantity", "1", "price", "89.00"))));
    }
}
