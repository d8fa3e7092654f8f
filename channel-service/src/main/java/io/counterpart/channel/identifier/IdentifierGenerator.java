package io.counterpart.channel.identifier;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Makes UUIDs of version 7 (RFC 9562): unique everywhere, and growing in the order in which this process made them, so
 * that indexes are appended to and parts of a customer sort as they were entered.
 */
@Component
public class IdentifierGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

    private final Clock clock;
    // Milliseconds, then twelve bits that count within the millisecond and run over into the next.
    private final AtomicLong last = new AtomicLong();

    public IdentifierGenerator(Clock clock) {
        this.clock = clock;
    }

    /**
     * The id of the operation that creates a customer in a channel database: always the same, so that whoever tries again
     * makes the same operation, and another in another channel database. It sorts as the id of the customer does.
     */
    public static UUID ofCreation(UUID customer, String channelDatabase) {
        long mark = UUID.nameUUIDFromBytes(channelDatabase.getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return new UUID(customer.getMostSignificantBits(), customer.getLeastSignificantBits() ^ (mark & ~VARIANT_BITS));
    }

    public UUID next() {
        long now = clock.millis() << 12;
        long tick = last.updateAndGet(before -> Math.max(now, before + 1));
        long most = (tick >>> 12 << 16) | VERSION_7 | (tick & 0xFFF);
        return new UUID(most, VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2));
    }
}
