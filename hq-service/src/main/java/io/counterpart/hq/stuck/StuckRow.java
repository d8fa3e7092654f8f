package io.counterpart.hq.stuck;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The first operation of a stuck customer, as HQ and the channel report it.
 *
 * @param position for cursors
 * @param status of the open operation at HQ; null: there is none
 * @param staged whether HQ has the operation
 * @param name null while HQ has no operation with a name
 * @param held whether the channel reports that its P-job is on hold
 * @param lastContact of the channel database
 */
record StuckRow(
        long position,
        String channelDatabase,
        String channel,
        UUID asyncCustomerId,
        UUID operationId,
        int operationNumber,
        long replicationCounter,
        Instant since,
        @Nullable String status,
        @Nullable String errorText,
        boolean uploaded,
        boolean staged,
        @Nullable String name,
        boolean held,
        @Nullable Instant lastContact) {}
