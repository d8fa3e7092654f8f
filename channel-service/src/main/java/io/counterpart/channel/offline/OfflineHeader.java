package io.counterpart.channel.offline;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What all items have.
 *
 * @param index position in the upload
 * @param customer async customer id
 * @param occurredAt by the clock of the till
 */
record OfflineHeader(
        int index,
        UUID customer,
        @Nullable UUID operationId,
        Instant occurredAt,
        @Nullable String clerk) {}
