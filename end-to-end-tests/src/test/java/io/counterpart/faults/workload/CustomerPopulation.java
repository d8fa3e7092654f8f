package io.counterpart.faults.workload;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The customers of a run: their markers, all of one length, so that none is a prefix of another. */
public final class CustomerPopulation {

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();
    private final List<KnownCustomer> known = new CopyOnWriteArrayList<>();

    public CustomerPopulation(long seed) {
        this.prefix = "Q%sx".formatted(Long.toString(Math.abs(seed) % 1_000_000_007, 36));
    }

    /** The prefix of every marker of this run. */
    public String prefix() {
        return prefix;
    }

    String nextMarker() {
        return "%s%06d".formatted(prefix, number.incrementAndGet());
    }

    void add(String marker, UUID asyncCustomerId) {
        known.add(new KnownCustomer(marker, asyncCustomerId));
    }

    Optional<KnownCustomer> any(Random random) {
        List<KnownCustomer> all = known;
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    public int size() {
        return known.size();
    }

    /** A customer that was acknowledged to a client. */
    record KnownCustomer(String marker, UUID asyncCustomerId) {}
}
