package io.counterpart.hq.stuck;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer that has been pending for too long, with its first operation that is not done.
 *
 * @param since when that operation was created
 * @param stage the stage of that operation
 * @param reason the reason as text for the operator
 * @param actor who has to act
 * @param remedy the action that resolves it
 * @param job the batch job to which the remedy applies; null: none
 * @param operationId null while the operation is not staged at HQ
 */
record StuckCustomer(
        String channel,
        String channelDatabase,
        UUID asyncCustomerId,
        Instant since,
        Stage stage,
        String reason,
        Actor actor,
        Remedy remedy,
        @Nullable String job,
        @Nullable UUID operationId) {

    /** The stages of an operation. */
    enum Stage {
        NOT_UPLOADED,
        UPLOADED_NOT_STAGED,
        STAGED,
        WAITING,
        FAILED,
        CONVERTED_NOT_RETURNED
    }

    /** Who has to act. */
    enum Actor {
        NOBODY,
        OPERATOR,
        STORE_NETWORK_ADMINISTRATOR
    }

    /** The action that resolves it. */
    enum Remedy {
        RESTORE_CONNECTION,
        RELEASE_JOB,
        RUN_JOB,
        UPLOAD_AGAIN,
        RETRY_OPERATION,
        PUBLISH_AGAIN
    }
}
