package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
 * Notifies waiting requests of this process when HQ sends a result for their customer or their order. No thread blocks: results
 * stored by this instance are reported at once; those of other instances are polled while any request waits, with one
 * statement for all of them.
 */
@Service
public class AccountNumberAwaiter {

    private final Map<UUID, Queue<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final List<AwaitedResults> results;

    AccountNumberAwaiter(List<AwaitedResults> results) {
        this.results = List.copyOf(results);
    }

    /**
     * Completes when the number or a refusal arrives, or on time-out; the caller then reads the customer or the order
     * again.
     *
     * @param asyncCustomerId or the id of an order
     */
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

    /** Must be called after the commit. */
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
            results.forEach(each -> notifyAccountNumbers(each.findAnsweredAmong(waiting.keySet())));
        } catch (DataAccessException databaseIsAway) {
            // The next poll, or the end of the wait, suffices.
        }
    }

    private void removeWaiter(UUID asyncCustomerId, CompletableFuture<Void> arrival) {
        waiting.computeIfPresent(asyncCustomerId, (id, all) -> {
            all.removeIf(each -> each == arrival);
            return all.isEmpty() ? null : all;
        });
    }
}
