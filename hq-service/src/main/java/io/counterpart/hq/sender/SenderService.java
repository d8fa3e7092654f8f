package io.counterpart.hq.sender;

import java.time.Duration;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.messaging.SignatureProperties;
import io.counterpart.messaging.SignatureState;
import io.counterpart.messaging.intake.RejectedRecordException;
import io.counterpart.messaging.intake.SignaturePolicy;
import io.counterpart.messaging.signature.HmacKey;

/**
 * Checks that a record comes from the channel database that it names. What is known is cached for two seconds, so that
 * a record needs no statement, and read again sooner for a record that would be rejected.
 */
@Service
public class SenderService {

    private static final Duration CACHE_TTL = Duration.ofSeconds(2);
    private static final Duration TTL_IN_DOUBT = Duration.ofMillis(100);

    private final SenderRepository repository;
    private final SignaturePolicy policy;
    private volatile @Nullable KnownSenders cached;

    SenderService(SenderRepository repository, SignatureProperties signatures) {
        this.repository = repository;
        this.policy = signatures.policy();
    }

    /**
     * Throws {@link RejectedRecordException} for a record that this channel database cannot have sent.
     *
     * @param channel the channel that the record is about; null: it is about the whole channel database
     */
    public void check(ConsumerRecord<String, byte[]> record, String channelDatabase, @Nullable String channel) {
        try {
            check(known(CACHE_TTL), record, channelDatabase, channel);
        } catch (RejectedRecordException e) {
            KnownSenders now = known(TTL_IN_DOUBT);
            check(now, record, channelDatabase, channel);
        }
    }

    private void check(
            KnownSenders senders,
            ConsumerRecord<String, byte[]> record,
            String channelDatabase,
            @Nullable String channel) {
        String objection = senders.objection(channelDatabase, channel);
        if (objection != null) {
            throw new RejectedRecordException(objection);
        }
        SignatureState state = HmacKey.verify(record, senders.keysOf(channelDatabase));
        policy.check(state);
    }

    private KnownSenders known(Duration ttl) {
        KnownSenders known = cached;
        return known != null && isFresh(known, ttl) ? known : readAgain(ttl);
    }

    private synchronized KnownSenders readAgain(Duration ttl) {
        KnownSenders known = cached;
        if (known == null || !isFresh(known, ttl)) {
            known = repository.all();
            cached = known;
        }
        return known;
    }

    private static boolean isFresh(KnownSenders known, Duration ttl) {
        return System.nanoTime() - known.readAt() < ttl.toNanos();
    }
}
