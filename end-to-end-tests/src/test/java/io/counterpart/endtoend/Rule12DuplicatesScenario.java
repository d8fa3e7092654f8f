package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The result for a second customer with the email of an existing one: created, held for a decision, or linked. */
class Rule12DuplicatesScenario extends RuleScenario {

    private final String email = name + "@example.com";

    @Test
    void offMakesBoth() throws IOException {
        var first = create();
        var second = create();

        assertThat(accountNumberOf(stack.harbor(), second)).isNotEqualTo(accountNumberOf(stack.harbor(), first));
    }

    @Test
    void flagHoldsTheSecondUntilADecision() throws IOException {
        var first = create();
        accountNumberOf(stack.harbor(), first);
        administration.duplicates("flag");
        var second = create();

        eventually().until(() -> !operationsOf(second, "FAILED").isEmpty());
        var operation = operationsOf(second, "FAILED").path(0);
        assertThat(operation.path("errorCode").asString()).isEqualTo("possible-duplicate");
        eventually()
                .until(() -> stack.harbor()
                        .get(second.toString())
                        .text("syncStatus")
                        .filter("SYNC_FAILED"::equals)
                        .isPresent());

        administration.duplicates("off");
        stack.hq()
                .http()
                .post(OPERATIONS + "/" + operation.path("id").asString() + "/synchronize", Map.of())
                .expect(200, 202);
        assertThat(accountNumberOf(stack.harbor(), second)).isNotEmpty();
    }

    @Test
    void linkMakesTheSecondIdMeanTheFirstCustomer() throws IOException {
        var first = create();
        var number = accountNumberOf(stack.online(), first);
        administration.duplicates("link");

        var second = create();

        assertThat(accountNumberOf(stack.harbor(), second)).isEqualTo(number);
        assertThat(accountNumberOf(stack.online(), second)).isEqualTo(number);
        assertThat(found(stack.harbor(), name)).isEqualTo(1);
    }

    private UUID create() throws IOException {
        return id(stack.harbor().create(newCustomer("email", email)).expect(201));
    }
}
