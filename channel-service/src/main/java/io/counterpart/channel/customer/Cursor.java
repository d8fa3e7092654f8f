package io.counterpart.channel.customer;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.problem.FieldFault;
import io.counterpart.channel.problem.Problem;
import io.counterpart.channel.problem.ProblemType;

/** Where a list goes on: behind the last customer of the page before. Opaque to callers. */
record Cursor(UUID before) {

    private static final Cursor START = new Cursor(new UUID(-1, -1));
    private static final int BYTES = 16;

    static Cursor of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, like a cursor of the wrong length.
        }
        String detail = "The cursor does not come from an answer of this service.";
        throw new Problem(
                ProblemType.MALFORMED_REQUEST, detail, List.of(new FieldFault("/cursor", "unknown-value", detail)));
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(before.getMostSignificantBits())
                .putLong(before.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
