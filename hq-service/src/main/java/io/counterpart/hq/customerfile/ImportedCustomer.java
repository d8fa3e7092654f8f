package io.counterpart.hq.customerfile;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;

/**
 * A customer as a record of the file describes it.
 *
 * @param givenId the async customer ID that the file contains; null: none
 * @param asyncCustomerId the given ID, or one that follows from the import and the line
 * @param channel the channel whose customer it is; null: none
 */
public record ImportedCustomer(
        long line,
        String accountNumber,
        @Nullable UUID givenId,
        UUID asyncCustomerId,
        @Nullable String channel,
        Instant createdAt,
        boolean blocked,
        CustomerContent content) {}
