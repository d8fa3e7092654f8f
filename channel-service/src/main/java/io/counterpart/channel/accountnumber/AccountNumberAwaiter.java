package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Tells those who wait in this process that 1010 brought news of a customer. No thread waits: what this instance took in
 * is told at once, what another one took in is looked for, in one statement for all who wait, while anybody does.
 */
@Service
public class AccountNumberAwaiter {

    private final Map<UUID, Queue<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final AccountNumberRepository repository;

    AccountNumberAwaiter(AccountNumberRepository repository) {
        this.repository = repository;
    }

    /** Completes when the account number or a refusal arrives, or when the time is over: who waits reads again then. */
    public CompletableFuture<Void> accountNumberOf(UUID asyncCustomerId, Duration atMost) {
        var arrival = new CompletableFuture<Void>();
        waiting.compute(asyncCustomerId, (id, others) -> {
            Queue<CompletableFuture<Void>> all = others == null ? new ConcurrentLinkedQueue<>() : others;
            all.add(arrival);
            return all;
        });
        var unused = arrival.whenComplete((nothing, failure) -> removeWaiter(asyncCustomerId, arrival));
        return arrival.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To be called after the commit. */
    public void notifyAccountNumbers(Collection<UUID> asyncCustomerIds) {
        if (waiting.isEmpty()) {
            return;
        }
        for (UUID id : asyncCustomerIds) {
            Queue<CompletableFuture<Void>> all = waiting.remove(id);
            if (all != null) {
                all.forEach(arrival -> arrival.complete(null));
            }
        }
    }

    void pollOtherInstances() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            notifyAccountNumbers(repository.findAnsweredAmong(waiting.keySet()));
        } catch (DataAccessException databaseIsAway) {
            // The next look, or the end of the wait, will do.
        }
    }

    private void removeWaiter(UUID asyncCustomerId, CompletableFuture<Void> arrival) {
        waiting.computeIfPresent(asyncCustomerId, (id, all) -> {
            all.removeIf(each -> each == arrival);
            return all.isEmpty() ? null : all;
        });
    }
}
