package io.counterpart.channel.idempotency;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a key.
 *
 * @param requestId the id that every try uses
 * @param state whether this try may work
 * @param answer only when the request was answered before
 */
record KeyReservation(UUID requestId, State state, @Nullable StoredResponse answer) {

    enum State {
        /** The first try. */
        FIRST,
        /** An earlier try ended without an answer that was kept. */
        AGAIN,
        /** Another try works on it now. */
        RUNNING,
        ANSWERED,
        /** The key was used for another request. */
        OTHER_REQUEST
    }

    boolean mayWork() {
        return state == State.FIRST || state == State.AGAIN;
    }
}
