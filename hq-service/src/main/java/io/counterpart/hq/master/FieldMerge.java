package io.counterpart.hq.master;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.FieldChange;

/**
 * Merges the changes of one operation into the fields of one part. If another source changed a field since, the later
 * edit wins, by the time of the user's action; at equal times the greater value wins, so that the order of arrival
 * never decides. Marketing consent takes the more restrictive value.
 */
final class FieldMerge {

    private static final String CONSENT = "marketingConsent";

    private final Instant occurredAt;
    private final Instant createdAt;
    private final Map<String, Instant> changedAt;
    private final Map<String, Instant> changedByOthersAt;
    private final List<OverriddenField> overridden = new ArrayList<>();

    /**
     * @param createdAt the time of fields that were never changed
     * @param changedAt times of the last changes by field name; the merge updates it
     * @param changedByOthersAt the same, for fields that another source may have changed
     */
    FieldMerge(
            Instant occurredAt,
            Instant createdAt,
            Map<String, Instant> changedAt,
            Map<String, Instant> changedByOthersAt) {
        this.occurredAt = occurredAt;
        this.createdAt = createdAt;
        this.changedAt = changedAt;
        this.changedByOthersAt = changedByOthersAt;
    }

    /** Limits times to plausible values: a fast clock must not win against later edits. */
    static Map<String, Instant> timesUpTo(
            Instant now, Duration skew, Map<String, Instant> changedAt, Instant createdAt) {
        Instant latest = now.plus(skew);
        Instant longAgo = createdAt.isBefore(now) ? createdAt : Instant.EPOCH;
        var times = new HashMap<>(changedAt);
        times.replaceAll((field, at) -> {
            if (at.isAfter(latest)) {
                // The actual time is unknown.
                return longAgo;
            }
            return at.isBefore(now) ? at : now.minusMillis(1);
        });
        return times;
    }

    List<OverriddenField> overridden() {
        return overridden;
    }

    void override(String field, @Nullable Object kept, @Nullable Object discarded) {
        overridden.add(new OverriddenField(field, kept, discarded));
    }

    /**
     * @param scope prefix of field names that identifies the address, contact or attribute
     * @param known whether only existing fields can be changed
     */
    void merge(String scope, List<FieldChange> changes, Map<String, @Nullable Object> fields, boolean known) {
        for (FieldChange change : changes) {
            OperationRejectedException.when(
                    known && !fields.containsKey(change.field()),
                    "unknown-field",
                    "Unknown field “%s”.".formatted(change.field()));
            Object current = fields.get(change.field());
            Object result = result(scope, change, current);
            fields.put(change.field(), result);
        }
    }

    private @Nullable Object result(String scope, FieldChange change, @Nullable Object current) {
        String name = scope + change.field();
        Object wanted = change.newValue();
        if (same(current, wanted)) {
            touch(name);
            return current;
        }
        if (same(current, change.oldValue()) && !wasChangedSince(name)) {
            touch(name);
            return wanted;
        }
        boolean wins = change.field().equals(CONSENT) ? isNo(wanted) : isLater(name, current, wanted);
        touch(name);
        override(name, wins ? wanted : current, wins ? current : wanted);
        return wins ? wanted : current;
    }

    // A later edit from another source may have restored the old value; the value alone does not show that.
    private boolean wasChangedSince(String name) {
        Instant last = changedByOthersAt.get(name);
        return last != null && occurredAt.isBefore(last);
    }

    private boolean isLater(String name, @Nullable Object current, @Nullable Object wanted) {
        int time = occurredAt.compareTo(changedAt.getOrDefault(name, createdAt));
        return time > 0 || (time == 0 && text(wanted).compareTo(text(current)) > 0);
    }

    void touch(String name) {
        changedAt.merge(name, occurredAt, (before, now) -> now.isAfter(before) ? now : before);
    }

    private static boolean isNo(@Nullable Object consent) {
        return !text(consent).equals("true");
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return text(one).equals(text(other));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
