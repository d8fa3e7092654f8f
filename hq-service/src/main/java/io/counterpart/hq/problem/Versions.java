package io.counterpart.hq.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** ETags: the version of what was read has to be named when it is changed. */
public final class Versions {

    private Versions() {}

    /** The version that the caller read. */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428,
                    "precondition-required",
                    "Say which version you changed",
                    "Send the ETag of what you read in the header If-Match.");
        }
        try {
            return Long.parseLong(ifMatch.replace("W/", "").replace("\"", "").trim());
        } catch (NumberFormatException e) {
            throw stale();
        }
    }

    public static void require(boolean current) {
        if (!current) {
            throw stale();
        }
    }

    public static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static Problem stale() {
        return new Problem(
                412,
                "version-mismatch",
                "Somebody else changed this meanwhile",
                "Read it again and repeat your change.");
    }
}
