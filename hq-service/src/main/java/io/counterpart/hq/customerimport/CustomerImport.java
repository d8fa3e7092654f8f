package io.counterpart.hq.customerimport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.customerfile.FileFormat;

/**
 * A row of {@code customer_import}; public for the pages.
 *
 * @param columns the names of the fields in the file
 * @param mapping by name in the file, the field of a customer
 * @param sha256 of the expanded file; null: it is not complete
 * @param pass the dry runs and imports of this file, counted from 1; 0: none
 * @param lastLine the last line of the file that is done in this pass
 * @param created customers that the pass created, or that an import would create
 * @param existing records whose customers exist already with the same values
 * @param movedAt when the upload or the pass last made progress
 */
public record CustomerImport(
        UUID id,
        String fileName,
        FileFormat format,
        Status status,
        List<String> columns,
        Map<String, String> mapping,
        long bytes,
        @Nullable String sha256,
        long records,
        String uploadedBy,
        Instant uploadedAt,
        int pass,
        @Nullable String startedBy,
        @Nullable String startedByKind,
        @Nullable Instant startedAt,
        long lastLine,
        long done,
        long created,
        long existing,
        long bad,
        Instant movedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant finishedAt) {

    private static final long MILLIS = 1000;

    /** The states of an import. */
    public enum Status {
        UPLOADING,
        /** Stored; nothing was checked yet, or a dry run was cancelled. */
        UPLOADED,
        /** A dry run is in progress. */
        CHECKING,
        /** The last dry run is complete. */
        CHECKED,
        RUNNING,
        FINISHED,
        CANCELLED,
        /** The upload broke off. */
        FAILED
    }

    public boolean isActive() {
        return status == Status.CHECKING || status == Status.RUNNING;
    }

    public boolean isStartable() {
        return status == Status.UPLOADED || status == Status.CHECKED;
    }

    /** Records per second of the pass; null: it has not begun. */
    public @Nullable Long rate() {
        if (startedAt == null || done == 0) {
            return null;
        }
        return done * MILLIS / Math.max(1, movedAt.toEpochMilli() - startedAt.toEpochMilli());
    }

    /** Null: unknown, or nothing is in progress. */
    public @Nullable Long secondsLeft() {
        Long rate = rate();
        return !isActive() || rate == null || rate == 0 ? null : (records - done) / rate;
    }

    /** The same for pages. */
    public @Nullable Duration timeLeft() {
        Long seconds = secondsLeft();
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /**
     * The ID of the customer of a line: a UUID of version 7 with the time of the upload and the line, so that a repeated
     * chunk has the same IDs, and so that they are in the order of the file, which indexes need to stay fast.
     */
    UUID customerId(long line) {
        long time = uploadedAt.toEpochMilli() << 16;
        long high = time | 0x7000L | (line >>> 26 & 0xfff);
        long low = 0x8000_0000_0000_0000L | (line & 0x3ff_ffff) << 36 | (id.getLeastSignificantBits() & 0xf_ffff_ffffL);
        return new UUID(high, low);
    }
}
