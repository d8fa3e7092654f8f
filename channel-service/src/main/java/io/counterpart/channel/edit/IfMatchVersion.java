package io.counterpart.channel.edit;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** The version of the customer that the caller has read and wants to change (RFC 9110, section 13.1.1). */
record IfMatchVersion(String header) {

    /** For a request that must send If-Match. */
    static IfMatchVersion required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw StandardProblem.PRECONDITION_REQUIRED.because(
                    "Read the customer first and send its ETag in If-Match.");
        }
        return new IfMatchVersion(header);
    }

    /** For a request that adds, and so overwrites nothing. */
    static IfMatchVersion optional(@Nullable String header) {
        return new IfMatchVersion(header == null ? "*" : header);
    }

    void check(long version) {
        String current = "\"" + version + "\"";
        boolean matches = tags().anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw new StaleVersion();
        }
    }

    /** Whether any version matches. */
    boolean isAny() {
        return tags().anyMatch("*"::equals);
    }

    private Stream<String> tags() {
        return Stream.of(header.split(",")).map(String::strip);
    }

    /** The caller's version is stale: a retry would not help. */
    static class StaleVersion extends Problem {

        StaleVersion() {
            super(StandardProblem.VERSION_MISMATCH, "The customer has changed since you read it. Read it again.");
        }
    }
}
