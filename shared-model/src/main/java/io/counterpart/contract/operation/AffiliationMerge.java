package io.counterpart.contract.operation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Affiliations after an edit: each is a field of its own, so what others added or removed meanwhile stays. */
public final class AffiliationMerge {

    private AffiliationMerge() {}

    public static Set<String> merge(Collection<String> current, OperationBody.SetAffiliations edit) {
        var merged = new LinkedHashSet<>(current);
        merged.removeAll(removed(edit));
        merged.addAll(added(edit));
        return merged;
    }

    /** What the person added. */
    public static Set<String> added(OperationBody.SetAffiliations edit) {
        return difference(edit.newValue(), edit.oldValue());
    }

    /** What the person took away. */
    public static Set<String> removed(OperationBody.SetAffiliations edit) {
        return difference(edit.oldValue(), edit.newValue());
    }

    private static Set<String> difference(Collection<String> all, Collection<String> but) {
        var rest = new LinkedHashSet<>(all);
        but.forEach(rest::remove);
        return rest;
    }
}
