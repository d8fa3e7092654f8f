package io.counterpart.hq.clerk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The wanted state of a clerk.
 *
 * @param channels where the clerk works, at least one
 * @param active null: true
 * @param pin 4 to 8 digits, required for a new clerk; null: unchanged
 */
record ClerkRequest(
        @Nullable String name,
        @Nullable List<String> channels,
        @Nullable Boolean active,
        @Nullable String pin) {

    boolean activeOrDefault() {
        return active == null || active;
    }

    // The PIN must not get into a log with the request.
    @Override
    public String toString() {
        return "ClerkRequest";
    }
}
