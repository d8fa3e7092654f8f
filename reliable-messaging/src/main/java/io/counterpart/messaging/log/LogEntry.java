package io.counterpart.messaging.log;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One record to be published.
 *
 * @param id unique; becomes the header {@code ce_id}
 * @param topic the destination topic
 * @param key records with the same key go to the same partition
 * @param keyVersion position of the record among those of its key, to read the log back in order; not sent
 * @param type becomes the header {@code ce_type}
 * @param payload JSON, sent unchanged; null deletes the key from a compacted topic
 */
public record LogEntry(
        UUID id,
        String topic,
        String key,
        long keyVersion,
        String type,
        @Nullable String payload,
        @Nullable String traceparent,
        Instant createdAt) {}
