package io.counterpart.channel.offline;

import java.time.Instant;
import java.util.UUID;

import io.counterpart.channel.entry.CustomerEntry;

/**
 * A customer that a till created while it was offline.
 *
 * @param index position in the upload
 * @param createdAt by the clock of the till
 */
record OfflineItem(int index, UUID id, Instant createdAt, CustomerEntry entry, String entryHash) {}
