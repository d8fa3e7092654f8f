package io.counterpart.channel.identifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.support.security.Sha256;

/**
 * Generates UUIDs of version 7 (RFC 9562): globally unique, and increasing in the order of generation in this process,
 * so that indexes are appended to and the parts of a customer sort in the order of entry.
 */
@Component
public class IdentifierGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

    private final Clock clock;
    // Milliseconds, then twelve bits that count within the millisecond and overflow into the next.
    private final AtomicLong last = new AtomicLong();

    public IdentifierGenerator(Clock clock) {
        this.clock = clock;
    }

    /**
     * The id of the operation that creates a customer in a channel database: always the same, so that a retry makes the
     * same operation, and a different one in another channel database. It sorts like the id of the customer.
     */
    public static UUID ofCreation(UUID customer, String channelDatabase) {
        long mark = UUID.nameUUIDFromBytes(channelDatabase.getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits();
        return new UUID(customer.getMostSignificantBits(), customer.getLeastSignificantBits() ^ (mark & ~VARIANT_BITS));
    }

    /**
     * The async customer id of a sign-up (a UUID of version 8): two concurrent sign-ups of one identity are one creation,
     * also at HQ, which is called before anything is stored here.
     */
    public static UUID ofSignUp(ExternalIdentity identity, String channelDatabase) {
        // No text contains the separator, so that distinct identities have distinct inputs.
        String whole = String.join("\0", channelDatabase, identity.issuer(), identity.subject());
        var hash = ByteBuffer.wrap(Sha256.digest(whole.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | VERSION_8;
        return new UUID(most, VARIANT | (hash.getLong() >>> 2));
    }

    public UUID next() {
        long now = clock.millis() << 12;
        long tick = last.updateAndGet(before -> Math.max(now, before + 1));
        long most = (tick >>> 12 << 16) | VERSION_7 | (tick & 0xFFF);
        return new UUID(most, VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2));
    }
}
