package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A till sees what HQ refused, and no edit is refused because an account number arrived. */
class Rule13TrueStateScenario extends RuleScenario {

    @Test
    void twoPeopleUnderOneIdStayTwoAndTheSecondTillLearnsIt() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = UUID.randomUUID();
        stack.harbor().create(id, newCustomer("firstName", "Ann")).expect(201);
        // Each channel database has a P-job of its own: without the wait, the second one may be first at headquarters.
        eventually().until(() -> operationsOf(id, "PENDING").size() == 1);
        stack.online().create(id, newCustomer("firstName", "Bob")).expect(200, 201);
        administration.release(AdministrationFixture.SYNCHRONIZE);
        String number = accountNumberOf(stack.harbor(), id);

        eventually().untilAsserted(() -> {
            JsonNode second = stack.online().get(id.toString()).body();
            assertThat(second.path("accountNumber").asString("")).isEqualTo(number);
            assertThat(second.path("syncStatus").asString("")).isEqualTo("SYNC_FAILED");
            assertThat(second.path("lastSyncError").asString(""))
                    .contains("Another customer with different details has this ID");
            assertThat(second.path("pendingOperations").asInt()).isEqualTo(1);
        });
        JsonNode first = stack.harbor().get(id.toString()).body();
        assertThat(first.path("syncStatus").asString("")).isEqualTo("SYNCED");
        assertThat(first.path("firstName").asString("")).isEqualTo("Ann");

        String operation = operationsOf(id, "FAILED").path(0).path("id").asString("");
        stack.hq()
                .http()
                .post(OPERATIONS + "/" + operation + "/link", Map.of("customer", number))
                .expect(200);

        eventually().untilAsserted(() -> {
            JsonNode second = stack.online().get(id.toString()).body();
            assertThat(second.path("syncStatus").asString("")).isEqualTo("SYNCED");
            assertThat(second.path("lastSyncError").isNull()).isTrue();
            assertThat(second.path("pendingOperations").asInt()).isZero();
        });
        assertThat(customersAtHq(id)).isEqualTo(1);
    }

    @Test
    void theEtagOfACreationHoldsWhileTheNumberArrives() throws IOException {
        var created = stack.harbor().create(newCustomer()).expect(201);
        var id = id(created);
        accountNumberOf(stack.harbor(), id);

        var edited = stack.harbor()
                .edit(id.toString(), created.etag().orElseThrow(), Map.of("firstName", "Ann"))
                .expect(200);

        assertThat(edited.body().path("version").asInt()).isEqualTo(2);
    }
}
