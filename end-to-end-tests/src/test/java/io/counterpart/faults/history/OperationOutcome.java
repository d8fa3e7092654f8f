package io.counterpart.faults.history;

/** What a client was told about its act. */
public enum OperationOutcome {
    /** It is done; whatever happens now, it must not be lost. */
    ACKNOWLEDGED,
    /** It is not done, and must leave no trace. */
    REFUSED,
    /** No answer: it may be done or not, but not twice and not by half. */
    UNKNOWN
}
