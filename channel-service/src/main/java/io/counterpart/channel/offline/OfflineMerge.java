package io.counterpart.channel.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.FieldConflict;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.FieldChange;

/**
 * Merges the changes of a till into values that may have changed since the till read them, by the rule of HQ: a value
 * that still is what the till saw is replaced, of two edits the later one wins.
 */
final class OfflineMerge {

    private final OfflineChange sent;
    private final Supplier<ChangeTimes> times;
    private final List<OverriddenField> overridden = new ArrayList<>();

    OfflineMerge(OfflineChange sent, Supplier<ChangeTimes> times) {
        this.sent = sent;
        this.times = times;
    }

    List<OverriddenField> overridden() {
        return overridden;
    }

    /**
     * Returns the changes that take effect; empty: none does.
     *
     * @param scope prefix of the names of the fields
     * @param diff validates these fields of the sent changes, and returns what they change now
     */
    Optional<List<FieldChange>> merge(String scope, Function<Set<String>, List<FieldChange>> diff) {
        List<FieldChange> wanted =
                diff.apply(sent.changes().stream().map(FieldChange::field).collect(Collectors.toSet()));
        Set<String> winning = winning(scope, wanted);
        List<FieldChange> effective;
        if (winning.isEmpty()) {
            effective = List.of();
        } else {
            effective = winning.size() == wanted.size() ? wanted : diff.apply(winning);
        }
        return effective.isEmpty() ? Optional.empty() : Optional.of(effective);
    }

    private Set<String> winning(String scope, List<FieldChange> wanted) {
        var winning = new HashSet<String>();
        boolean decided = wanted.stream().anyMatch(change -> change.field().equals(FieldConflict.CONSENT));
        wanted.stream()
                .filter(change -> !(decided && FieldConflict.followsConsent(change.field())))
                .filter(change -> wins(scope, change))
                .forEach(change -> winning.add(change.field()));
        if (decided) {
            wanted.stream()
                    .filter(change -> FieldConflict.followsConsent(change.field()))
                    .filter(change -> followsWinner(change, winning.contains(FieldConflict.CONSENT)))
                    .forEach(change -> winning.add(change.field()));
        }
        return winning;
    }

    private boolean followsWinner(FieldChange change, boolean consentWins) {
        if (!consentWins) {
            overridden.add(new OverriddenField(change.field(), change.oldValue(), change.newValue()));
        }
        return consentWins;
    }

    /** The part no longer exists: its deactivation stands. */
    void discardAll() {
        sent.changes().forEach(change -> overridden.add(new OverriddenField(change.field(), null, change.newValue())));
    }

    private boolean wins(String scope, FieldChange change) {
        Object current = change.oldValue();
        Object wanted = change.newValue();
        if (FieldConflict.same(current, seenByTill(change.field()))) {
            return true;
        }
        boolean wins = FieldConflict.isWonByEdit(
                change.field(),
                current,
                wanted,
                sent.header().occurredAt(),
                times.get().of(scope + change.field()));
        overridden.add(new OverriddenField(change.field(), wins ? wanted : current, wins ? current : wanted));
        return wins;
    }

    // As entered at the till: the stored value has no blanks around it.
    private @Nullable Object seenByTill(String field) {
        return sent.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .map(FieldChange::oldValue)
                .map(value -> value instanceof String text ? text.strip() : value)
                .orElse(null);
    }
}
