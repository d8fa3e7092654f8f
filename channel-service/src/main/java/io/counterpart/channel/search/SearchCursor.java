package io.counterpart.channel.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.AnyWordQueries;
import io.counterpart.support.problem.Problem;

/**
 * The position at which a search continues; opaque to callers.
 *
 * @param stage the match quality of the next hits, or HQ as their source
 * @param before the last customer of the previous page; for a local stage
 * @param atHeadquarters HQ's own cursor; null: from HQ's start
 * @param level how many words less than possible match; for {@link Stage#SOME_WORDS}
 */
record SearchCursor(Stage stage, UUID before, @Nullable String atHeadquarters, int level) {

    static final UUID FROM_START = new UUID(-1, -1);
    static final SearchCursor START = new SearchCursor(Stage.EXACT, FROM_START, null, 0);

    private static final int BYTES_OF_ID = 16;

    /** Best match first. */
    enum Stage {
        /** Whole words, whole emails, numbers. */
        EXACT('E'),
        /** Prefixes. */
        BEGINNING('B'),
        HEADQUARTERS('H'),
        /** All words, with typing errors forgiven. */
        SIMILAR('S'),
        SOME_WORDS('W');

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
        return new SearchCursor(Stage.HEADQUARTERS, FROM_START, cursor, 0);
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
            var before = new UUID(bytes.getLong(), bytes.getLong());
            return new SearchCursor(stage, before, null, stage == Stage.SOME_WORDS ? levelOf(bytes.get()) : 0);
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            throw Problem.malformed(
                    "/cursor", "unknown-value", "The cursor is invalid. Use the nextCursor of a response.");
        }
    }

    /** Whether the next hits do not match completely. */
    boolean isPartial() {
        return stage == Stage.SIMILAR || stage == Stage.SOME_WORDS;
    }

    private static int levelOf(byte level) {
        if (level < 0 || level >= AnyWordQueries.MOST_WORDS) {
            throw new IllegalArgumentException("No level");
        }
        return level;
    }

    String text() {
        byte[] key = stage == Stage.HEADQUARTERS
                ? (atHeadquarters == null ? "" : atHeadquarters).getBytes(StandardCharsets.UTF_8)
                : local();
        byte[] bytes =
                ByteBuffer.allocate(1 + key.length).put(stage.letter).put(key).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] local() {
        boolean hasLevel = stage == Stage.SOME_WORDS;
        ByteBuffer key = ByteBuffer.allocate(BYTES_OF_ID + (hasLevel ? 1 : 0))
                .putLong(before.getMostSignificantBits())
                .putLong(before.getLeastSignificantBits());
        return (hasLevel ? key.put((byte) level) : key).array();
    }
}
