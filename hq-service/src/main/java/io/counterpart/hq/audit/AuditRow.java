package io.counterpart.hq.audit;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

import io.counterpart.hq.page.PageMessage;

/** One change; {@code detail} is JSON or empty. */
record AuditRow(long id, Instant at, String username, String subject, String action, String detail) {

    private static final Set<String> KNOWN = Set.of(
            "apply-as-next",
            "block",
            "channel-restore-detected",
            "channel-restore-healed",
            "create-anyway",
            "ignore",
            "link",
            "mend",
            "publish-again",
            "recovery-begin",
            "recovery-continue-without",
            "recovery-finish",
            "resend",
            "set",
            "synchronize",
            "synchronize-all",
            "unblock",
            "upload-again");
    private static final Pattern POINTER = Pattern.compile("(?:/\\w+)*/(\\w+)");

    /** The description of the change. */
    public PageMessage what() {
        String values = POINTER.matcher(detail.replaceAll("[\\[\\]{}\"]", "")).replaceAll("$1");
        if (KNOWN.contains(action)) {
            return PageMessage.of("audit.action." + action, values);
        }
        return PageMessage.literal(values.isEmpty() ? action : action + ": " + values);
    }

    /** Whether the subject is the ID of an operation, which has a page. */
    public boolean isOfOperation() {
        return subject.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
