package io.counterpart.hq.reconciliation;

import java.time.Instant;

/**
 * The operations of a channel database that were uploaded, are not staged, and cannot be uploaded again.
 *
 * @param uploadedFrom,uploadedTo when they were uploaded
 * @param acknowledged whether an operator has acknowledged them
 */
public record UnavailableOperations(
        String channelDatabase, long operations, Instant uploadedFrom, Instant uploadedTo, boolean acknowledged) {}
