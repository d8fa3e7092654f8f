package io.counterpart.hq.console.synchronization;

import java.util.Map;

/** The statuses of operations, as people read them. */
final class Statuses {

    private static final Map<String, String> TAGS =
            Map.of("FAILED", "bad", "WAITING", "warn", "PENDING", "info", "SUCCEEDED", "ok");
    private static final Map<String, String> WORDS = Map.of(
            "FAILED",
            "Failed",
            "WAITING",
            "Waits behind another",
            "PENDING",
            "Not processed yet",
            "SUCCEEDED",
            "Succeeded");

    private Statuses() {}

    static String tag(String status) {
        return TAGS.getOrDefault(status, "");
    }

    static String words(String status) {
        return WORDS.getOrDefault(status, status);
    }
}
