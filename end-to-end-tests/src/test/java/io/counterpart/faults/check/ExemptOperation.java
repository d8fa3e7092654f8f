package io.counterpart.faults.check;

import io.counterpart.faults.history.OperationRequest;

/**
 * An operation whose effect may be missing in the end.
 *
 * @param payload as it was uploaded, or would have been
 */
public record ExemptOperation(String kind, String payload) {

    private static final String CREATION = "CREATE_CUSTOMER";

    boolean carries(OperationRequest doing) {
        if (doing instanceof OperationRequest.Create create) {
            return kind.equals(CREATION) && payload.contains('"' + create.marker() + '"');
        }
        if (doing instanceof OperationRequest.Edit edit) {
            return payload.contains('"' + edit.value() + '"');
        }
        return doing instanceof OperationRequest.AddPart part && payload.contains('"' + part.value() + '"');
    }
}
