package io.counterpart.hq.duplicatepair;

/** The position of a pair in lists: its score, and its ID among pairs with the same score. */
record PairPosition(int score, long id) {

    private static final int ID_BITS = 48;
    private static final long IDS = (1L << ID_BITS) - 1;

    static long of(int score, long id) {
        return ((long) score << ID_BITS) | (id & IDS);
    }

    static PairPosition from(long position) {
        return new PairPosition((int) (position >> ID_BITS), position & IDS);
    }
}
