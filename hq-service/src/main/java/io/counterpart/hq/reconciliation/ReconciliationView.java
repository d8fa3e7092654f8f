package io.counterpart.hq.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The operations of a channel database in a range of replication counters, by stage. Without loss and without a
 * backlog, all counts but those of failed and unavailable operations are equal and nothing is missing.
 *
 * @param created uploaded operations, and those that the channel has not uploaded yet according to its report
 * @param uploaded the count according to the upload sessions of the range; sessions that were lost on the way to HQ are
 * not included
 * @param converted staged operations that were applied
 * @param returned converted operations that were published on 1010 and, according to Kafka, read by the channel
 * database
 * @param unavailable uploaded operations that are not staged and cannot be uploaded again, because the channel database
 * no longer has them either
 * @param unavailableBySession the upload sessions of these operations; at most a thousand
 * @param lastContact when the channel last reported its backlog
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
        long unavailable,
        List<UnavailableSpan> unavailableBySession,
        @Nullable Instant lastContact,
        Missing missing,
        boolean complete) {

    /**
     * The missing operations by stage; at most a thousand of each.
     *
     * @param notUploaded how many the channel has not uploaded yet
     * @param uploadedNotStaged ranges that were uploaded and are not completely staged, except what is unavailable
     * @param notConverted IDs of operations that wait
     * @param failed IDs of operations that require an operator
     * @param notReturned account numbers that are not published on 1010 yet
     * @param unreadOn1010 records of 1010 that the channel database has not read; null: Kafka does not report it
     */
    record Missing(
            long notUploaded,
            List<Span> uploadedNotStaged,
            List<UUID> notConverted,
            List<UUID> failed,
            List<String> notReturned,
            @Nullable Long unreadOn1010) {}

    /** An upload session with operations that cannot be uploaded again. */
    record UnavailableSpan(UUID session, long counterFrom, long counterTo, long unavailable) {}

    /** An upload session that is not completely staged. */
    record Span(UUID session, long counterFrom, long counterTo, long uploaded, long staged) {}
}
