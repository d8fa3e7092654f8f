package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Sync mode, the default of a functionality profile: HQ creates the customer within the request. */
class Rule01SyncModeScenario extends RuleScenario {

    @BeforeEach
    void syncMode() throws IOException {
        administration.profile("stores", false, true);
    }

    @Test
    void theNumberIsInTheAnswerAndEveryChannelFindsTheCustomerAtOnce() throws IOException {
        var created = stack.harbor().create(newCustomer()).expect(201);

        assertThat(created.text("accountNumber")).isPresent().isEqualTo(created.text("displayAccountNumber"));
        assertThat(created.text("creationMode")).contains("SYNC");
        // The circuit breaker of an earlier scenario may still be open.
        var everywhere = eventually()
                .until(
                        () -> stack.online().search(name, "all").expect(200).body(),
                        answer -> answer.path("headquarters").path("asked").asBoolean());
        assertThat(everywhere.path("items")).hasSize(1);
        eventually().untilAsserted(() -> assertThat(found(stack.online(), name)).isEqualTo(1));
    }

    @Test
    void editsGoToHeadquartersToo() throws IOException {
        var id = id(stack.harbor().create(newCustomer()).expect(201));

        var edited =
                edit(stack.harbor(), id, Map.of("email", name + "@example.com")).expect(200);

        assertThat(edited.body().path("pendingOperations").asInt()).isZero();
        assertThat(atHq(id).toString()).contains(name + "@example.com");
    }

    @Test
    void isTheDefaultOfAProfile() throws IOException {
        String path = "/api/v1/functionality-profiles/" + name;

        stack.hq().http().send("PUT", path, Map.of("name", name), Map.of()).expect(200);

        assertThat(stack.hq()
                        .http()
                        .get(path)
                        .body()
                        .path("createCustomersInAsyncMode")
                        .asBoolean(true))
                .isFalse();
    }
}
