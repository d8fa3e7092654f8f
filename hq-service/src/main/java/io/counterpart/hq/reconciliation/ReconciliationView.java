package io.counterpart.hq.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The operations of a channel database in a span of replication counters, stage by stage. A channel without loss and
 * without backlog has the same number everywhere and nothing missing.
 *
 * @param created uploaded, and what the channel says it has yet to upload
 * @param uploaded what the upload sessions of the span say; those that were lost on the way to HQ not counted
 * @param converted of the staged ones: took effect
 * @param returned of the converted ones: published on 1010, and read by the channel database as far as Kafka knows
 * @param lastContact when the channel last said what it has yet to upload
 */
record ReconciliationView(
        String channelDatabase,
        long counterFrom,
        long counterTo,
        long created,
        long uploaded,
        long staged,
        long converted,
        long returned,
        long failed,
        @Nullable Instant lastContact,
        Missing missing,
        boolean complete) {

    /**
     * What is missing anywhere; at most a thousand of each.
     *
     * @param notUploaded how many the channel has yet to upload
     * @param uploadedNotStaged spans that were uploaded and of which staging has fewer operations
     * @param notConverted ids of operations that wait
     * @param failed ids of operations that a person has to mend
     * @param notReturned account numbers that are not published on 1010 yet
     * @param unreadOn1010 records of 1010 that the channel database has not read; null: Kafka does not say
     */
    record Missing(
            long notUploaded,
            List<Span> uploadedNotStaged,
            List<UUID> notConverted,
            List<UUID> failed,
            List<String> notReturned,
            @Nullable Long unreadOn1010) {}

    /** An upload session that is not staged as a whole. */
    record Span(UUID session, long counterFrom, long counterTo, long uploaded, long staged) {}
}
