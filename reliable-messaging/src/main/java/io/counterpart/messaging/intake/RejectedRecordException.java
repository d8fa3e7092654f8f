package io.counterpart.messaging.intake;

/** A record that can be read but means nothing here, with the reason for the people who look at the dead letters. */
public class RejectedRecordException extends RuntimeException {

    public RejectedRecordException(String reason) {
        super(reason);
    }
}
