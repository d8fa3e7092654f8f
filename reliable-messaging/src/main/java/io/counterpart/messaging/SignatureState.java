package io.counterpart.messaging;

/** The result of the verification of a record's signature. */
public enum SignatureState {
    VALID,
    MISSING,
    WRONG
}
