package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerGetsAnAccountNumberScenario extends Scenario {

    @Test
    void isPendingSyncAtFirstAndHasANumberSoonAfterInEveryChannel() throws IOException {
        var customer = CustomerFixtures.newCustomer();

        var created = stack.harbor().create(customer).expect(201);
        assertThat(created.text("displayAccountNumber")).contains("Pending sync");
        assertThat(created.text("accountNumber")).isEmpty();
        var id = UUID.fromString(created.text("asyncCustomerId").orElseThrow());

        var number = accountNumberOf(stack.harbor(), id);
        assertThat(accountNumberOf(stack.station(), id)).isEqualTo(number);
        assertThat(accountNumberOf(stack.online(), id)).isEqualTo(number);
        assertThat(stack.harbor().get(number).expect(200).text("asyncCustomerId"))
                .contains(id.toString());
        assertThat(stack.harbor().get(number).text("syncStatus")).contains("SYNCED");
    }

    @Test
    void isFoundByNameInEveryChannelExactlyOnce() throws IOException {
        var customer = CustomerFixtures.newCustomer();
        accountNumberOf(stack.online(), pendingCustomer(customer));

        for (var channel : java.util.List.of(stack.harbor(), stack.station(), stack.online())) {
            var found = channel.search(customer.get("lastName") + " ann").expect(200);
            assertThat(found.body().path("items").valueStream())
                    .filteredOn(item -> item.path("match").asString("").equals("COMPLETE"))
                    .hasSize(1);
        }
    }

    @Test
    void leavesCompletedRowsInTheStagingTables() throws IOException {
        var id = pendingCustomer(CustomerFixtures.newCustomer());
        var number = accountNumberOf(stack.harbor(), id);

        for (var table :
                java.util.List.of("retailasynccustomerv2", "retailasyncaddressv2", "retailasynccustomercontact")) {
            assertThat(databases.query(
                            "hq",
                            "select distinct onlineoperationcompleted || ' ' || custaccount from " + table
                                    + " where custaccountasync = ?",
                            id.toString()))
                    .as(table)
                    .containsExactly("1 " + number);
        }
    }

    @Test
    void keepsAddressesAndContactsOnTheWay() throws IOException {
        var id = pendingCustomer(CustomerFixtures.newCustomer());
        accountNumberOf(stack.online(), id);

        var there = stack.online()
                .get(id.toString(), "addresses", "contacts")
                .expect(200)
                .body();
        assertThat(there.path("addresses").path(0).path("street").asString()).isEqualTo("1 Pier Road");
        assertThat(there.path("contacts")).hasSize(2);
    }

    @Test
    void isMadeOnceWhenTheSameCreateComesTwiceWithOneKey() throws IOException {
        String name = "Twice" + System.nanoTime();
        var customer = CustomerFixtures.named("Ann", name);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = stack.harbor()
                .http()
                .send("POST", "/api/v1/customers", customer, key)
                .expect(201);
        var second = stack.harbor()
                .http()
                .send("POST", "/api/v1/customers", customer, key)
                .expect(201);

        assertThat(second.text("asyncCustomerId")).isEqualTo(first.text("asyncCustomerId"));
        var id = UUID.fromString(first.text("asyncCustomerId").orElseThrow());
        accountNumberOf(stack.harbor(), id);
        assertThat(databases.count("hq", "select count(*) from customer where last_name = ?", name))
                .isEqualTo(1);
    }

    @Test
    void rejectsARuleViolationWithAMessageAndStoresNothing() throws IOException {
        long before = databases.count("channel_harbor", "select count(*) from async_operation");

        var refused = stack.harbor().create(Map.of("type", "PERSON")).expect(422);

        assertThat(refused.text("type")).contains("/problems/validation");
        assertThat(refused.body().path("errors")).isNotEmpty();
        assertThat(databases.count("channel_harbor", "select count(*) from async_operation"))
                .isEqualTo(before);
    }
}
