package io.counterpart.hq.operation;

import java.util.Map;

/** The statuses of operations, as people read them. */
final class OperationStatusText {

    private static final Map<String, String> TAGS =
            Map.of("FAILED", "bad", "WAITING", "warn", "PENDING", "info", "SUCCEEDED", "ok");
    private static final Map<String, String> TEXT = Map.of(
            "FAILED",
            "Failed",
            "WAITING",
            "Waits behind another",
            "PENDING",
            "Not processed yet",
            "SUCCEEDED",
            "Succeeded");

    private OperationStatusText() {}

    static String tag(String status) {
        return TAGS.getOrDefault(status, "");
    }

    static String text(String status) {
        return TEXT.getOrDefault(status, status);
    }
}
