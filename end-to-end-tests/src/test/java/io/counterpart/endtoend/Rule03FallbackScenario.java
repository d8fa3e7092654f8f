package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HQ is unavailable while a store is in sync mode: the store creates the customer nevertheless. A refusal by HQ is
 * passed on.
 */
class Rule03FallbackScenario extends RuleScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @BeforeEach
    void syncMode() throws IOException {
        administration.profile("stores", false, true);
        // The circuit breaker of an earlier scenario may still be open.
        eventually()
                .until(() -> stack.harbor()
                        .create(newCustomer())
                        .text("accountNumber")
                        .isPresent());
    }

    @Test
    void answersWithinTwoSecondsWhileHeadquartersIsDownAndMakesEachCustomerOnceAfterwards() throws IOException {
        var ids = new ArrayList<UUID>();
        stack.kill("hq");
        try {
            for (int i = 0; i < 10; i++) {
                var created =
                        stack.harbor().create(newCustomer("firstName", "Away")).expect(201);
                assertThat(created.took()).isLessThan(PATIENCE);
                assertThat(created.text("asyncReason")).contains("REALTIME_SERVICE_UNREACHABLE");
                assertThat(created.text("displayAccountNumber")).contains("Pending sync");
                ids.add(id(created));
            }
        } finally {
            stack.start("hq");
        }

        for (UUID id : ids) {
            accountNumberOf(stack.harbor(), id);
            assertThat(customersAtHq(id)).isEqualTo(1);
        }
        eventually()
                .until(() -> stack.harbor()
                        .create(newCustomer())
                        .text("accountNumber")
                        .isPresent());
    }

    @Test
    void passesHeadquartersNoOnAndStoresNothing() throws IOException {
        administration.duplicates("flag");
        String email = name + "@example.com";
        stack.harbor().create(newCustomer("email", email)).expect(201);

        var refused = stack.harbor()
                .create(newCustomer("firstName", "Twin", "email", email))
                .expect(422);

        assertThat(refused.text("type")).contains("/problems/headquarters-refused");
        assertThat(refused.text("detail").orElse("")).isNotBlank();
        assertThat(databases.count(
                        "channel_harbor",
                        "select count(*) from customer where last_name = ? and first_name = 'Twin'",
                        name))
                .isZero();
    }
}
