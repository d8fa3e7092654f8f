package io.counterpart.hq.master;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.FieldConflict;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.FieldChange;

/** Merges the changes of one operation into the fields of one part. */
final class FieldMerge {

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
        Boolean consentWins = null;
        for (FieldChange change : consentFirst(changes)) {
            OperationRejectedException.when(
                    known && !fields.containsKey(change.field()),
                    "unknown-field",
                    "Unknown field “%s”.".formatted(change.field()));
            Object current = fields.get(change.field());
            Object result = consentWins != null && FieldConflict.followsConsent(change.field())
                    ? follow(scope + change.field(), change, current, consentWins)
                    : result(scope, change, current);
            fields.put(change.field(), result);
            if (change.field().equals(FieldConflict.CONSENT) && !FieldConflict.same(current, change.newValue())) {
                consentWins = FieldConflict.same(result, change.newValue());
            }
        }
    }

    private static List<FieldChange> consentFirst(List<FieldChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> !change.field().equals(FieldConflict.CONSENT)))
                .toList();
    }

    // The time is that of the consent in force, and not the latest one, so that the order of arrival never decides.
    private @Nullable Object follow(String name, FieldChange change, @Nullable Object current, boolean wins) {
        if (wins) {
            changedAt.put(name, occurredAt);
            return change.newValue();
        }
        if (!FieldConflict.same(current, change.newValue())) {
            override(name, current, change.newValue());
        }
        return current;
    }

    private @Nullable Object result(String scope, FieldChange change, @Nullable Object current) {
        String name = scope + change.field();
        Object wanted = change.newValue();
        if (FieldConflict.same(current, wanted)) {
            touch(name);
            return current;
        }
        if (FieldConflict.same(current, change.oldValue()) && !wasChangedSince(name)) {
            touch(name);
            return wanted;
        }
        boolean wins = FieldConflict.isWonByEdit(
                change.field(), current, wanted, occurredAt, changedAt.getOrDefault(name, createdAt));
        touch(name);
        override(name, wins ? wanted : current, wins ? current : wanted);
        return wins ? wanted : current;
    }

    // A later edit from another source may have restored the old value; the value alone does not show that.
    private boolean wasChangedSince(String name) {
        Instant last = changedByOthersAt.get(name);
        return last != null && occurredAt.isBefore(last);
    }

    void touch(String name) {
        changedAt.merge(name, occurredAt, (before, now) -> now.isAfter(before) ? now : before);
    }
}
