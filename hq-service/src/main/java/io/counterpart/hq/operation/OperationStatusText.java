package io.counterpart.hq.operation;

import java.util.Map;

/** Tags and message keys of operation statuses. */
final class OperationStatusText {

    private static final Map<String, String> TAGS =
            Map.of("FAILED", "bad", "WAITING", "warn", "PENDING", "info", "SUCCEEDED", "ok");
    private static final Map<String, String> TEXT = Map.of(
            "FAILED",
            "status.value.failed",
            "WAITING",
            "status.value.blocked",
            "PENDING",
            "status.value.pending",
            "SUCCEEDED",
            "status.value.succeeded");

    private OperationStatusText() {}

    static String tag(String status) {
        return TAGS.getOrDefault(status, "");
    }

    static String text(String status) {
        return TEXT.getOrDefault(status, status);
    }
}
