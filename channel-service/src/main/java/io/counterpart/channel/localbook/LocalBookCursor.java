package io.counterpart.channel.localbook;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/**
 * How far a till has read; opaque to tills. Pages belong to a round, which delivers all customers or what has changed
 * since the round before.
 *
 * @param scope identifies the database, the store and the bounds
 * @param startedAt when the round began
 * @param from the first transaction whose changes this round delivers; null: it delivers everything
 * @param horizon all earlier transactions had ended when the round began, so the next round begins with this one
 * @param before last uses up to this time were outside the scope in the round before
 * @param cutoff last uses up to this time are outside the scope
 * @param after the last customer of the page; null: the round is complete
 */
record LocalBookCursor(
        long scope,
        Instant startedAt,
        @Nullable Long from,
        long horizon,
        Instant before,
        Instant cutoff,
        @Nullable UUID after) {

    private static final byte FORMAT = 1;
    private static final int LENGTH = 1 + 6 * Long.BYTES;
    private static final int LENGTH_OF_ID = 2 * Long.BYTES;
    private static final int LONGEST_TEXT = 100;
    private static final long EVERYTHING = -1;

    static LocalBookCursor of(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.length() > LONGEST_TEXT ? "" : text);
            var buffer = ByteBuffer.wrap(bytes);
            if ((bytes.length != LENGTH && bytes.length != LENGTH + LENGTH_OF_ID) || buffer.get() != FORMAT) {
                throw invalid();
            }
            long scope = buffer.getLong();
            Instant startedAt = instant(buffer.getLong());
            long from = buffer.getLong();
            return new LocalBookCursor(
                    scope,
                    startedAt,
                    from == EVERYTHING ? null : notNegative(from),
                    notNegative(buffer.getLong()),
                    instant(buffer.getLong()),
                    instant(buffer.getLong()),
                    buffer.hasRemaining() ? new UUID(buffer.getLong(), buffer.getLong()) : null);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /** The same round, read up to this customer; null: completely. */
    LocalBookCursor readTo(@Nullable UUID last) {
        return new LocalBookCursor(scope, startedAt, from, horizon, before, cutoff, last);
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH + (after == null ? 0 : LENGTH_OF_ID))
                .put(FORMAT)
                .putLong(scope)
                .putLong(micros(startedAt))
                .putLong(from == null ? EVERYTHING : from)
                .putLong(horizon)
                .putLong(micros(before))
                .putLong(micros(cutoff));
        if (after != null) {
            bytes.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static long notNegative(long number) {
        if (number < 0) {
            throw invalid();
        }
        return number;
    }

    // The precision of PostgreSQL. A time that no till received could lie outside PostgreSQL's range.
    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(notNegative(micros), ChronoUnit.MICROS);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Problem invalid() {
        return Problem.malformed(
                "/since",
                "unknown-value",
                "The cursor in “since” is invalid. Use the cursor of a response, or omit it to begin anew.");
    }
}
