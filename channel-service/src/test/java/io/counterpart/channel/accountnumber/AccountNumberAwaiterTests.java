package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountNumberAwaiterTests {

    private final Set<UUID> arrivedElsewhere = new HashSet<>();
    private final AccountNumberAwaiter changes =
            new AccountNumberAwaiter(List.of(ids -> List.of(), ids -> List.copyOf(arrivedElsewhere)));
    private final UUID id = UUID.randomUUID();

    @Test
    void wakesOnlyTheWaitersOfThisCustomer() {
        var mine = changes.accountNumberOf(id, Duration.ofMinutes(1));
        var another = changes.accountNumberOf(UUID.randomUUID(), Duration.ofMinutes(1));

        changes.notifyAccountNumbers(List.of(id));

        assertThat(mine).isCompleted();
        assertThat(another).isNotDone();
    }

    @Test
    void wakesAllWhoWaitForTheSameCustomer() {
        var one = changes.accountNumberOf(id, Duration.ofMinutes(1));
        var other = changes.accountNumberOf(id, Duration.ofMinutes(1));
        var impatient = changes.accountNumberOf(id, Duration.ofMinutes(1));
        impatient.cancel(false);

        changes.notifyAccountNumbers(List.of(id));

        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
    }

    @Test
    void findsWhatAnotherInstanceTookIn() {
        var mine = changes.accountNumberOf(id, Duration.ofMinutes(1));

        changes.pollOtherInstances();
        assertThat(mine).isNotDone();
        arrivedElsewhere.add(id);
        changes.pollOtherInstances();

        assertThat(mine).isCompleted();
    }

    @Test
    void boundsEveryWait() {
        assertThat(changes.accountNumberOf(id, Duration.ofMillis(10))).succeedsWithin(Duration.ofSeconds(5));
    }
}
