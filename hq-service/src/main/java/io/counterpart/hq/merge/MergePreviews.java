package io.counterpart.hq.merge;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.merge.MergePreview.MergeField;
import io.counterpart.hq.merge.MergePreview.MergeSide;
import io.counterpart.hq.merge.MergeRepository.Counts;

/** Compares two customers that can be merged. */
final class MergePreviews {

    private MergePreviews() {}

    static MergePreview of(
            CustomerSnapshot survivor, Counts ofSurvivor, CustomerSnapshot merged, Counts ofMerged, Duration undo) {
        Map<String, @Nullable Object> mine = CustomerMerge.fields(survivor.content());
        Map<String, @Nullable Object> others = CustomerMerge.fields(merged.content());
        Set<String> names = new LinkedHashSet<>(mine.keySet());
        names.addAll(others.keySet());
        List<MergeField> fields = names.stream()
                .filter(it -> mine.get(it) != null || others.get(it) != null)
                .map(it -> field(it, mine.get(it), others.get(it)))
                .toList();
        return new MergePreview(side(survivor, ofSurvivor), side(merged, ofMerged), fields, undo.toDays());
    }

    private static MergeField field(String name, @Nullable Object mine, @Nullable Object other) {
        boolean different = mine != null && other != null && !Objects.equals(mine, other);
        return new MergeField(
                name, text(mine), text(other), different, mine == null ? FieldSource.MERGED : FieldSource.SURVIVOR);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof ExternalIdentity identity) {
            return identity.issuer() + " " + identity.subject();
        }
        return value == null ? null : value.toString();
    }

    private static MergeSide side(CustomerSnapshot customer, Counts counts) {
        return new MergeSide(
                customer.asyncCustomerId(),
                String.valueOf(customer.accountNumber()),
                customer.content().profile().displayName(),
                customer.versionForEditors(),
                customer.channel(),
                customer.createdAt(),
                customer.content().addresses().size(),
                customer.content().contacts().size(),
                counts.orders(),
                counts.cards(),
                counts.open());
    }
}
