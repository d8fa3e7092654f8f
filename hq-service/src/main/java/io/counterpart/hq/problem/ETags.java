package io.counterpart.hq.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import io.counterpart.support.problem.StandardProblem;

/** ETags: a change requires the version that the caller read. */
public final class ETags {

    private ETags() {}

    /** The version that the caller read. */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw StandardProblem.PRECONDITION_REQUIRED.because("Send the ETag of the resource in If-Match.");
        }
        try {
            return Long.parseLong(ifMatch.replace("W/", "").replace("\"", "").trim());
        } catch (NumberFormatException e) {
            throw Versions.mismatch();
        }
    }

    /** The version is null if the object is not stored yet. */
    public static <T> ResponseEntity<T> tagged(@Nullable Long version, T body) {
        return tagged(version == null ? 0 : version, body);
    }

    public static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
