package io.counterpart.messaging.intake;

/** A record that can be decoded but is invalid here, with the reason for the operator of the dead letters. */
public class RejectedRecordException extends RuntimeException {

    public RejectedRecordException(String reason) {
        super(reason);
    }
}
