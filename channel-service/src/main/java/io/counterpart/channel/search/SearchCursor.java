package io.counterpart.channel.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/**
 * The position at which a search continues; opaque to callers.
 *
 * @param stage the match quality of the next hits, or HQ as their source
 * @param before the last customer of the previous page; for a local stage
 * @param atHeadquarters HQ's own cursor; null: from HQ's start
 */
record SearchCursor(Stage stage, UUID before, @Nullable String atHeadquarters) {

    static final UUID FROM_START = new UUID(-1, -1);
    static final SearchCursor START = new SearchCursor(Stage.EXACT, FROM_START, null);

    private static final int BYTES_OF_ID = 16;

    /** Best match first. */
    enum Stage {
        /** Whole words, whole emails, numbers. */
        EXACT('E'),
        /** Prefixes. */
        BEGINNING('B'),
        HEADQUARTERS('H');

        private final byte letter;

        Stage(char letter) {
            this.letter = (byte) letter;
        }

        static Stage of(byte letter) {
            return Stream.of(values())
                    .filter(stage -> stage.letter == letter)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No stage"));
        }
    }

    static SearchCursor headquarters(@Nullable String cursor) {
        return new SearchCursor(Stage.HEADQUARTERS, FROM_START, cursor);
    }

    static SearchCursor of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            Stage stage = Stage.of(bytes.get());
            if (stage == Stage.HEADQUARTERS) {
                String cursor = StandardCharsets.UTF_8.decode(bytes).toString();
                return headquarters(cursor.isEmpty() ? null : cursor);
            }
            return new SearchCursor(stage, new UUID(bytes.getLong(), bytes.getLong()), null);
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            throw Problem.malformed(
                    "/cursor", "unknown-value", "The cursor is invalid. Use the nextCursor of a response.");
        }
    }

    String text() {
        byte[] key = stage == Stage.HEADQUARTERS
                ? (atHeadquarters == null ? "" : atHeadquarters).getBytes(StandardCharsets.UTF_8)
                : ByteBuffer.allocate(BYTES_OF_ID)
                        .putLong(before.getMostSignificantBits())
                        .putLong(before.getLeastSignificantBits())
                        .array();
        byte[] bytes =
                ByteBuffer.allocate(1 + key.length).put(stage.letter).put(key).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
