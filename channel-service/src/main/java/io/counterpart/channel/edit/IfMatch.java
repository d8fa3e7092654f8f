package io.counterpart.channel.edit;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.StandardProblem;

/** The version of the customer that somebody saw and wants to change (RFC 9110, section 13.1.1). */
record IfMatch(String header) {

    /** Of a request that must say it. */
    static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw StandardProblem.PRECONDITION_REQUIRED.because(
                    "Please read the customer first and send its ETag as If-Match.");
        }
        return new IfMatch(header);
    }

    /** Of a request that adds, and so overwrites nothing. */
    static IfMatch optional(@Nullable String header) {
        return new IfMatch(header == null ? "*" : header);
    }

    void check(long version) {
        String current = "\"" + version + "\"";
        boolean matches =
                Stream.of(header.split(",")).map(String::strip).anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "Somebody else changed this customer meanwhile. Please look at it again.");
        }
    }
}
