package io.counterpart.messaging.signature;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.counterpart.messaging.SignatureState;

/** Verifies the signatures of a {@link BatchSigner}; that of records signed together is verified once. */
public final class BatchSignatureVerifier {

    private static final int REMEMBERED = 256;
    private static final int PATH = BatchSigner.SIGNATURE + Short.BYTES;

    private final List<PublicKey> keys;
    private final Map<ByteBuffer, Boolean> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param keys the public keys of the sender; during a rotation, these are two */
    public BatchSignatureVerifier(Collection<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public SignatureState verify(ConsumerRecord<String, byte[]> record) {
        byte[] header = RecordDigest.signature(record);
        if (header == null) {
            return SignatureState.MISSING;
        }
        int path = header.length - PATH;
        return path >= 0 && path <= BatchSigner.LONGEST_PATH && path % HashTree.HASH == 0 && isSigned(record, header)
                ? SignatureState.VALID
                : SignatureState.WRONG;
    }

    private boolean isSigned(ConsumerRecord<String, byte[]> record, byte[] header) {
        byte[] signature = Arrays.copyOf(header, BatchSigner.SIGNATURE);
        byte[] path = Arrays.copyOfRange(header, PATH, header.length);
        int leaf = ByteBuffer.wrap(header).getShort(BatchSigner.SIGNATURE);
        byte[] root = HashTree.root(RecordDigest.of(record), leaf, path);
        ByteBuffer together = ByteBuffer.allocate(signature.length + root.length)
                .put(signature)
                .put(root)
                .flip();
        if (verified.containsKey(together)) {
            return true;
        }
        boolean signed = keys.stream().anyMatch(key -> isSigned(key, root, signature));
        // Only valid ones: wrong ones of a forger would displace them.
        if (signed) {
            verified.put(together, true);
        }
        return signed;
    }

    private static boolean isSigned(PublicKey key, byte[] root, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(Ed25519Keys.ALGORITHM);
            verification.initVerify(key);
            verification.update(BatchSigner.message(root));
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
