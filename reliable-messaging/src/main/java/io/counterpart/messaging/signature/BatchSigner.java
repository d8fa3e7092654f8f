package io.counterpart.messaging.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.counterpart.messaging.RecordSigner;

/**
 * Signs records with Ed25519, up to 1,024 at once: the signature is of the root of a hash tree, and each record carries it
 * with its own path, so that it can be verified alone.
 */
public final class BatchSigner implements RecordSigner {

    // As many as a relay sends at once: a signature costs as much as the hashes of some hundred records.
    static final int RECORDS = 1024;
    static final int SIGNATURE = 64;
    static final int LONGEST_PATH = 10 * HashTree.HASH;

    private static final byte[] PURPOSE = "counterpart records 1".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;

    public BatchSigner(PrivateKey key) {
        this.key = key;
    }

    @Override
    public void sign(List<ProducerRecord<String, byte[]>> records) {
        for (int from = 0; from < records.size(); from += RECORDS) {
            signTogether(records.subList(from, Math.min(from + RECORDS, records.size())));
        }
    }

    /** What is signed for a root. */
    static byte[] message(byte[] root) {
        return ByteBuffer.allocate(PURPOSE.length + root.length)
                .put(PURPOSE)
                .put(root)
                .array();
    }

    private void signTogether(List<ProducerRecord<String, byte[]>> records) {
        var tree = new HashTree(records.stream().map(RecordDigest::of).toList());
        byte[] signature = signature(tree.root());
        for (int leaf = 0; leaf < records.size(); leaf++) {
            byte[] path = tree.path(leaf);
            ByteBuffer header = ByteBuffer.allocate(SIGNATURE + Short.BYTES + path.length);
            RecordDigest.write(
                    header.put(signature).putShort((short) leaf).put(path).array(), records.get(leaf));
        }
    }

    private byte[] signature(byte[] root) {
        try {
            Signature signing = Signature.getInstance(Ed25519Keys.ALGORITHM);
            signing.initSign(key);
            signing.update(message(root));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The records could not be signed", e);
        }
    }
}
