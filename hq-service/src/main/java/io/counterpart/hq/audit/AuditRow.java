package io.counterpart.hq.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.web.StrictUuid;

/**
 * One change.
 *
 * @param isToken whether the actor is the owner of a token, not a user
 * @param detail further values; null in entries of earlier versions
 */
record AuditRow(
        long id,
        Instant at,
        String username,
        boolean isToken,
        String subject,
        String action,
        JsonNode detail,
        List<AuditChange> changes) {

    private static final Set<String> KNOWN = Set.of(
            "acknowledge-unavailable",
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
            "delete",
            "discard",
            "discard-all",
            "edit-customer",
            "hold",
            "ignore",
            "link",
            "mend",
            "not-same",
            "note",
            "publish-again",
            "recovery-begin",
            "recovery-continue-without",
            "recovery-finish",
            "release",
            "remove",
            "requeue",
            "requeue-all",
            "reschedule",
            "resend",
            "revoke",
            "rotate-secret",
            "run",
            "send-test",
            "set",
            "share",
            "sign-out-everywhere",
            "synchronize",
            "synchronize-all",
            "unblock",
            "unshare",
            "upload-again");
    // Their subject is a customer, who may have no account number yet.
    private static final Set<String> OF_CUSTOMER = Set.of("block", "edit-customer", "publish-again", "unblock");
    private static final Map<String, String> SUBJECTS = Map.of(
            "alert-settings",
            "alerts.pageTitle.settings",
            "duplicate-policy",
            "menu.duplicates",
            "filter",
            "audit.subject.filter");
    private static final Set<String> CONSTANTS = Set.of("duplicates", "kind", "mode", "status");

    static AuditRow of(AuditView entry) {
        return new AuditRow(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.actorType() == Actor.Kind.TOKEN,
                entry.subject(),
                entry.action(),
                entry.detail(),
                entry.changes());
    }

    /** The description of the change. */
    public PageMessage what() {
        return label(action);
    }

    /** The description of an action; entries of earlier versions have free text. */
    static PageMessage label(String action) {
        return KNOWN.contains(action) ? PageMessage.of("audit.action." + action) : PageMessage.literal(action);
    }

    public PageMessage about() {
        String known = SUBJECTS.get(subject);
        return known == null ? PageMessage.literal(subject) : PageMessage.of(known);
    }

    /** Further values, as text. */
    public String values(DisplayFormat format) {
        return detail.properties().stream()
                .filter(it -> !it.getValue().isNull())
                .map(it -> format.field(it.getKey()) + ": " + text(it.getKey(), it.getValue(), format))
                .collect(Collectors.joining(", "));
    }

    private static String text(String name, JsonNode value, DisplayFormat format) {
        if (value.isArray()) {
            return value.valueStream().map(it -> text(name, it, format)).collect(Collectors.joining(", "));
        }
        String text = value.isObject() ? value.toString() : value.asString();
        if (CONSTANTS.contains(name)) {
            return format.plain(text);
        }
        // Earlier versions stored the JSON pointers of the fields that were edited.
        return name.equals("field") || text.startsWith("/body/")
                ? format.path(text.replaceFirst("^/", "").replace('/', '.'))
                : text;
    }

    /** Whether the subject is a customer, who has a page. */
    public boolean isOfCustomer() {
        return OF_CUSTOMER.contains(action);
    }

    /** Whether the subject is the ID of an operation, which has a page. */
    public boolean isOfOperation() {
        return !isOfCustomer() && StrictUuid.matches(subject);
    }
}
