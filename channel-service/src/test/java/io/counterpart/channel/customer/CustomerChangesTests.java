package io.counterpart.channel.customer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerChangesTests {

    private final CustomerChanges changes = new CustomerChanges();
    private final UUID id = UUID.randomUUID();

    @Test
    void wakesWhoWaitsForThisCustomerAndNobodyElse() {
        var mine = changes.accountNumberOf(id, Duration.ofMinutes(1));
        var another = changes.accountNumberOf(UUID.randomUUID(), Duration.ofMinutes(1));

        changes.accountNumbersArrived(List.of(id));

        assertThat(mine).isCompleted();
        assertThat(another).isNotDone();
    }

    @Test
    void letsNobodyWaitForEver() {
        assertThat(changes.accountNumberOf(id, Duration.ofMillis(10))).succeedsWithin(Duration.ofSeconds(5));
    }
}
