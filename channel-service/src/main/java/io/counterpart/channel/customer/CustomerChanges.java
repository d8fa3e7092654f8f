package io.counterpart.channel.customer;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Service;

/** Tells those who wait in this process that 1010 brought news of a customer. Nobody polls, no thread waits. */
@Service
public class CustomerChanges {

    private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    /** Completes with the first account number that arrives, or when the time is over: who waits reads again then. */
    CompletableFuture<Void> accountNumberOf(UUID asyncCustomerId, Duration atMost) {
        var arrival = new CompletableFuture<Void>();
        waiting.put(asyncCustomerId, arrival);
        return arrival.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, failure) -> waiting.remove(asyncCustomerId, arrival));
    }

    /** To be called after the commit. */
    public void accountNumbersArrived(Collection<UUID> asyncCustomerIds) {
        if (waiting.isEmpty()) {
            return;
        }
        for (UUID id : asyncCustomerIds) {
            CompletableFuture<Void> arrival = waiting.remove(id);
            if (arrival != null) {
                arrival.complete(null);
            }
        }
    }
}
