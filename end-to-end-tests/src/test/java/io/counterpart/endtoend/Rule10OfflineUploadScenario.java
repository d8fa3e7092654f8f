package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Customers created by offline tills: once per id, with the till's timestamp, and an invalid item affects only itself.
 */
class Rule10OfflineUploadScenario extends RuleScenario {

    private static final String MORNING = "2026-11-01T08:00:00Z";

    @Test
    void eachItemHasItsOwnResultAndIsOneCustomerHoweverOftenItComes() throws IOException {
        var good = UUID.randomUUID();
        List<Map<String, Object>> items = List.of(
                newCustomer("asyncCustomerId", good, "createdAt", MORNING),
                Map.of("asyncCustomerId", UUID.randomUUID(), "createdAt", MORNING),
                newCustomer("asyncCustomerId", good, "createdAt", MORNING));

        assertThat(statuses(upload(items))).containsExactly(201, 422, 200);
        assertThat(statuses(upload(items))).containsExactly(200, 422, 200);
        accountNumberOf(stack.online(), good);

        assertThat(customersAtHq(good)).isEqualTo(1);
        var there = stack.online().get(good.toString()).body();
        assertThat(there.path("createdAt").asString()).isEqualTo(MORNING);
        assertThat(there.path("asyncReason").asString()).isEqualTo("POS_OFFLINE");
    }

    @Test
    void anIdOfTheTillIsOneCustomer() throws IOException {
        var id = UUID.randomUUID();

        assertThat(stack.harbor().create(id, newCustomer()).status()).isEqualTo(201);
        assertThat(stack.harbor().create(id, newCustomer()).status()).isEqualTo(200);
        assertThat(stack.harbor().create(id, newCustomer("firstName", "Other")).text("type"))
                .contains("/problems/async-customer-id-in-use");
        accountNumberOf(stack.harbor(), id);
        assertThat(customersAtHq(id)).isEqualTo(1);
    }

    @Test
    void anIdThatATillSendsToTwoChannelDatabasesIsOneCustomerInBoth() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = UUID.randomUUID();
        stack.harbor().create(id, newCustomer()).expect(201);
        stack.online().create(id, newCustomer()).expect(200, 201);
        administration.release(AdministrationFixture.SYNCHRONIZE);

        var number = accountNumberOf(stack.harbor(), id);

        assertThat(accountNumberOf(stack.online(), id)).isEqualTo(number);
        assertThat(customersAtHq(id)).isEqualTo(1);
        for (var channel : List.of(stack.harbor(), stack.online())) {
            eventually()
                    .until(() -> channel.get(id.toString())
                                    .body()
                                    .path("pendingOperations")
                                    .asInt(-1)
                            == 0);
        }
    }

    @Test
    void whatATillEditedOfflineReachesHeadquartersOnceAndMerged() throws IOException {
        var id = UUID.randomUUID();
        upload(List.of(newCustomer("asyncCustomerId", id, "createdAt", MORNING)));
        accountNumberOf(stack.harbor(), id);
        edit(stack.harbor(), id, Map.of("firstName", "Online")).expect(200);
        List<Map<String, Object>> items = List.of(
                Map.of(
                        "operationId",
                        UUID.randomUUID(),
                        "kind",
                        "EDIT_PROFILE",
                        "asyncCustomerId",
                        id,
                        "occurredAt",
                        MORNING,
                        "changes",
                        List.of(
                                Map.of("field", "firstName", "newValue", "Offline"),
                                Map.of("field", "phone", "newValue", "+1 555 0142"))),
                Map.of(
                        "operationId",
                        UUID.randomUUID(),
                        "kind",
                        "ADD_ADDRESS",
                        "asyncCustomerId",
                        id,
                        "occurredAt",
                        MORNING,
                        "address",
                        Map.of("city", "Harbor")));

        assertThat(outcomes(upload(items))).containsExactly("MERGED", "APPLIED");
        assertThat(outcomes(upload(items))).containsExactly("MERGED", "APPLIED");

        eventually().until(() -> atHq(id).at("/content/addresses").size() == 1);
        assertThat(atHq(id).at("/content/profile/firstName").asString()).isEqualTo("Online");
        assertThat(atHq(id).at("/content/profile/phone").asString()).isEqualTo("+1 555 0142");
        eventually()
                .until(() -> stack.online()
                        .get(id.toString())
                        .body()
                        .path("phone")
                        .asString("")
                        .equals("+1 555 0142"));
    }

    private static List<String> outcomes(JsonNode results) {
        return results.path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString(""))
                .toList();
    }

    private JsonNode upload(List<Map<String, Object>> items) throws IOException {
        return stack.harbor()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", items))
                .expect(200)
                .body();
    }

    private static List<Integer> statuses(JsonNode results) {
        return results.path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }
}
