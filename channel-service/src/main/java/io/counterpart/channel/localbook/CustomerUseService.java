package io.counterpart.channel.localbook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

/** Records in which channels customers are used, which brings them into the local books of these stores. */
@Service
public class CustomerUseService {

    private final CustomerUseRepository uses;

    CustomerUseService(CustomerUseRepository uses) {
        this.uses = uses;
    }

    /** Records that a channel edited the customer or sold to it, in the caller's transaction if there is one. */
    public void record(String channel, UUID customer, Instant at) {
        uses.record(customer, channel, at);
    }

    /** The same for a new loyalty card, which every book that has the customer receives. */
    public void recordCard(String channel, UUID customer, Instant at) {
        uses.record(customer, channel, at);
        uses.touch(customer);
    }

    /**
     * Counts the uses of customers that HQ linked to others as uses of those, before the linked customers are deleted.
     *
     * @param survivors the remaining customer of each linked one
     */
    public void transfer(Map<UUID, UUID> survivors) {
        if (!survivors.isEmpty()) {
            uses.transfer(survivors);
        }
    }
}
