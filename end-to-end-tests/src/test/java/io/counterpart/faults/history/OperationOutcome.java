package io.counterpart.faults.history;

/** The outcome of an operation as the client knows it. */
public enum OperationOutcome {
    /** It is done, and must not be lost whatever happens afterwards. */
    ACKNOWLEDGED,
    /** It is not done, and must leave no trace. */
    REFUSED,
    /** No response: it may be done or not, but neither twice nor partially. */
    UNKNOWN
}
