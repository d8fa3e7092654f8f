package io.counterpart.faults.audit;

import java.util.UUID;

import io.counterpart.faults.check.ExemptOperation;

/** An operation in the log of a channel database, or in HQ's staging. */
record LoggedOperation(UUID operationId, String kind, String payload) {

    ExemptOperation exempt() {
        return new ExemptOperation(kind, payload);
    }
}
