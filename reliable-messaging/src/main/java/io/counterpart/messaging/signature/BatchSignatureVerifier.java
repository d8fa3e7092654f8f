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

    private static final int REMEMBERED = 32;
    private static final int PATH = BatchSigner.SIGNATURE + Short.BYTES;

    private final List<PublicKey> keys;
    // By signature.
    private final Map<ByteBuffer, VerifiedTree> trees =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, VerifiedTree> eldest) {
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
        byte[] digest = RecordDigest.of(record);
        VerifiedTree known = trees.get(ByteBuffer.wrap(signature));
        if (known != null && known.contains(digest, leaf, path)) {
            return true;
        }
        byte[] root = HashTree.root(digest, leaf, path);
        boolean signed = keys.stream().anyMatch(key -> isSigned(key, root, signature));
        // Only valid ones: wrong ones of a forger would displace them.
        if (signed) {
            trees.put(ByteBuffer.wrap(signature), new VerifiedTree(root, path.length / HashTree.HASH));
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
