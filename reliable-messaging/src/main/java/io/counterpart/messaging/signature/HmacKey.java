package io.counterpart.messaging.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.SignatureState;

/** A key that sender and reader share: each record is signed alone, with HMAC-SHA-256. */
public final class HmacKey implements RecordSigner {

    private static final String ALGORITHM = "HmacSHA256";

    // The secret has other uses; a key that is derived for this one reveals nothing for the others.
    private static final String PURPOSE = "counterpart records 1";

    private final Mac prototype;

    private HmacKey(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Derives the key from a secret that both sides have. */
    public static HmacKey derivedFrom(byte[] secret) {
        return new HmacKey(new HmacKey(secret).mac(PURPOSE.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void sign(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(record -> RecordDigest.write(mac(RecordDigest.of(record)), record));
    }

    /** Verifies a record with the keys that are valid now; during a rotation, these are two. */
    public static SignatureState verify(ConsumerRecord<String, byte[]> record, Collection<HmacKey> keys) {
        byte[] signature = RecordDigest.signature(record);
        if (signature == null) {
            return SignatureState.MISSING;
        }
        byte[] digest = RecordDigest.of(record);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(key.mac(digest), signature))
                ? SignatureState.VALID
                : SignatureState.WRONG;
    }

    private byte[] mac(byte[] message) {
        try {
            // Several threads use a key, and an initialized copy is cheaper than a new one.
            return ((Mac) prototype.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The HMAC of the Java platform can be copied", e);
        }
    }
}
