package io.counterpart.messaging.intake;

import io.counterpart.messaging.SignatureState;

/**
 * Decides by its signature whether a record is processed; a wrong signature is always a reason to reject it.
 *
 * @param required whether a record without a signature is rejected too
 */
public record SignaturePolicy(boolean required) {

    public void check(SignatureState state) {
        switch (state) {
            case VALID -> {}
            case MISSING -> {
                if (required) {
                    throw new RejectedRecordException("The signature is missing");
                }
            }
            case WRONG -> throw new RejectedRecordException("The signature is wrong");
        }
    }
}
