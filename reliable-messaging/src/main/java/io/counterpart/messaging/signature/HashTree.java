package io.counterpart.messaging.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tree of hashes over the digests of records: its root stands for all of them, and a path leads from each to it. */
final class HashTree {

    static final int HASH = 32;

    // Leaves and nodes are hashed with different prefixes, so that a node cannot be presented as a record.
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte[] NOTHING = new byte[HASH];

    private final List<List<byte[]>> levels = new ArrayList<>();

    HashTree(List<byte[]> digests) {
        List<byte[]> level = digests.stream().map(HashTree::leaf).toList();
        levels.add(level);
        while (level.size() > 1) {
            level = parents(level);
            levels.add(level);
        }
    }

    byte[] root() {
        return levels.get(levels.size() - 1).get(0);
    }

    /** The hashes beside the way from a leaf to the root, one after the other. */
    byte[] path(int leaf) {
        ByteBuffer path = ByteBuffer.allocate(HASH * (levels.size() - 1));
        int at = leaf;
        for (List<byte[]> level : levels.subList(0, levels.size() - 1)) {
            path.put(at(level, at ^ 1));
            at /= 2;
        }
        return path.array();
    }

    /** The root to which a path leads from a digest. */
    static byte[] root(byte[] digest, int leaf, byte[] path) {
        byte[] hash = leaf(digest);
        int at = leaf;
        for (int level = 0; level < path.length / HASH; level++) {
            hash = parent(hash, at, sibling(path, level));
            at /= 2;
        }
        return hash;
    }

    static byte[] parent(byte[] hash, int at, byte[] sibling) {
        return at % 2 == 0 ? node(hash, sibling) : node(sibling, hash);
    }

    static byte[] sibling(byte[] path, int level) {
        return Arrays.copyOfRange(path, level * HASH, (level + 1) * HASH);
    }

    private static List<byte[]> parents(List<byte[]> level) {
        var parents = new ArrayList<byte[]>();
        for (int at = 0; at < level.size(); at += 2) {
            parents.add(node(level.get(at), at(level, at + 1)));
        }
        return parents;
    }

    private static byte[] at(List<byte[]> level, int at) {
        return at < level.size() ? level.get(at) : NOTHING;
    }

    static byte[] leaf(byte[] digest) {
        return hash(LEAF, digest, new byte[0]);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return hash(NODE, left, right);
    }

    private static byte[] hash(byte prefix, byte[] left, byte[] right) {
        MessageDigest hash = RecordDigest.sha256();
        hash.update(prefix);
        hash.update(left);
        hash.update(right);
        return hash.digest();
    }
}
