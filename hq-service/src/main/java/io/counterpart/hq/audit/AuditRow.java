package io.counterpart.hq.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.topics.UuidText;

/**
 * One change.
 *
 * @param isToken whether the actor is the owner of a token, not a user
 * @param detail JSON or empty
 */
record AuditRow(
        long id,
        Instant at,
        String username,
        boolean isToken,
        String subject,
        String action,
        String detail,
        List<AuditChange> changes) {

    private static final Set<String> KNOWN = Set.of(
            "apply-as-next",
            "block",
            "bulk-start",
            "bulk-stop",
            "change",
            "change-password",
            "channel-restore-detected",
            "channel-restore-healed",
            "create",
            "create-anyway",
            "discard",
            "edit-customer",
            "hold",
            "ignore",
            "link",
            "mend",
            "note",
            "publish-again",
            "recovery-begin",
            "recovery-continue-without",
            "recovery-finish",
            "release",
            "requeue",
            "reschedule",
            "resend",
            "revoke",
            "run",
            "set",
            "synchronize",
            "synchronize-all",
            "unblock",
            "upload-again");
    private static final Pattern POINTER = Pattern.compile("(?:/\\w+)*/(\\w+)");

    /** The description of the change; entries of earlier versions have free text. */
    public PageMessage what() {
        return KNOWN.contains(action) ? PageMessage.of("audit.action." + action) : PageMessage.literal(action);
    }

    /** Further values, as text. */
    public String values() {
        return POINTER.matcher(detail.replaceAll("[\\[\\]{}\"]", "")).replaceAll("$1");
    }

    /** Whether the subject is the ID of an operation, which has a page. */
    public boolean isOfOperation() {
        return UuidText.isUuid(subject);
    }
}
