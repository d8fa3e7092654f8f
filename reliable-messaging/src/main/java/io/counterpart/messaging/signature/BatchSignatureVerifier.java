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

    // A hundred kilobytes each.
    private static final int TREES = 16;
    // A reader that is behind gets thousands of records of one partition, then those of the next one, which were signed
    // together with them.
    private static final int ROOTS = 1024;
    private static final int PATH = BatchSigner.SIGNATURE + Short.BYTES;

    private final List<PublicKey> keys;
    // Both by signature, and only valid ones: wrong ones of a forger would displace them.
    private final Map<ByteBuffer, VerifiedTree> trees = lastUsed(TREES);
    private final Map<ByteBuffer, byte[]> roots = lastUsed(ROOTS);

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
        ByteBuffer signature = ByteBuffer.wrap(Arrays.copyOf(header, BatchSigner.SIGNATURE));
        byte[] path = Arrays.copyOfRange(header, PATH, header.length);
        int leaf = ByteBuffer.wrap(header).getShort(BatchSigner.SIGNATURE);
        byte[] digest = RecordDigest.of(record);
        VerifiedTree known = trees.get(signature);
        if (known != null && known.contains(digest, leaf, path)) {
            return true;
        }
        byte[] root = HashTree.root(digest, leaf, path);
        if (!Arrays.equals(root, roots.get(signature))) {
            if (keys.stream().noneMatch(key -> isSigned(key, root, signature.array()))) {
                return false;
            }
            roots.put(signature, root);
        }
        trees.put(signature, new VerifiedTree(root, path.length / HashTree.HASH));
        return true;
    }

    private static <V> Map<ByteBuffer, V> lastUsed(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, V> eldest) {
                return size() > most;
            }
        });
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
