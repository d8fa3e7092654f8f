package io.counterpart.hq.duplicatepair;

/** The states of a pair of customers. */
enum PairStatus {
    OPEN,
    /** A person decided that they are two customers; the scan does not change that. */
    NOT_SAME,
    /** They have nothing in common any more, or one of them is blocked or does not exist any more. */
    GONE
}
