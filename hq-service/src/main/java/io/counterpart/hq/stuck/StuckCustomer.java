package io.counterpart.hq.stuck;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer that has been pending for too long, because of the first of its operations that is not done.
 *
 * @param since when that operation was created
 * @param stage where it stands
 * @param reason why it stands there, in words
 * @param actor who has to act
 * @param remedy the action that fixes it
 * @param job the batch job that the remedy is about; null: none
 * @param operationId null while the operation is not staged at HQ
 */
public record StuckCustomer(
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

    /** Where an operation can stand. */
    public enum Stage {
        NOT_UPLOADED,
        UPLOADED_NOT_STAGED,
        STAGED,
        WAITING,
        FAILED,
        CONVERTED_NOT_RETURNED
    }

    /** Who has to act. */
    public enum Actor {
        NOBODY,
        OPERATOR,
        STORE_NETWORK_ADMINISTRATOR
    }

    /** What fixes it. */
    public enum Remedy {
        RESTORE_CONNECTION,
        RELEASE_JOB,
        RUN_JOB,
        UPLOAD_AGAIN,
        RETRY_OPERATION,
        PUBLISH_AGAIN
    }
}
