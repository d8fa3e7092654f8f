package io.counterpart.channel.idempotency;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The state of an idempotency key.
 *
 * @param requestId the id that every attempt uses
 * @param state whether this attempt may run
 * @param answer only if the request has a stored response
 */
record KeyReservation(UUID requestId, State state, @Nullable StoredResponse answer) {

    enum State {
        /** The first attempt. */
        FIRST,
        /** An earlier attempt ended without a stored response. */
        AGAIN,
        /** Another attempt is running. */
        RUNNING,
        ANSWERED,
        /** The key was used for another request. */
        OTHER_REQUEST
    }

    boolean mayWork() {
        return state == State.FIRST || state == State.AGAIN;
    }
}
