package io.counterpart.messaging.signature;

import java.util.Arrays;

/**
 * The hashes of a tree whose signature was verified, as far as records showed them. A record beside another one of the same
 * tree needs a hash or two instead of all up to the root.
 */
final class VerifiedTree {

    private final byte[][][] levels;

    /** @param height how many hashes are on the way from a record to the root */
    VerifiedTree(byte[] root, int height) {
        levels = new byte[height + 1][][];
        for (int level = 0; level <= height; level++) {
            levels[level] = new byte[1 << (height - level)][];
        }
        levels[height][0] = root;
    }

    /**
     * Whether a record with this digest is in the tree. False may also mean that the record is of another tree.
     *
     * @param path the hashes beside the way to the root; those below a known hash are remembered
     */
    synchronized boolean contains(byte[] digest, int leaf, byte[] path) {
        int height = levels.length - 1;
        if (path.length != height * HashTree.HASH || leaf < 0 || leaf >= levels[0].length) {
            return false;
        }
        var way = new byte[height + 1][];
        way[0] = HashTree.leaf(digest);
        int level = 0;
        while (levels[level][leaf >> level] == null) {
            way[level + 1] = HashTree.parent(way[level], leaf >> level, HashTree.sibling(path, level));
            level++;
        }
        if (!Arrays.equals(levels[level][leaf >> level], way[level])) {
            return false;
        }
        for (int below = 0; below < level; below++) {
            int at = leaf >> below;
            levels[below][at] = way[below];
            levels[below][at ^ 1] = HashTree.sibling(path, below);
        }
        return true;
    }
}
