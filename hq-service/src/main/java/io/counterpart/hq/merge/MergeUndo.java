package io.counterpart.hq.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.master.ReferenceData;

/**
 * Computes two customers from a merged one. What has not changed since the merge has its value from before it. Changes
 * made under an ID of the merged customer are made to that customer; all others remain with the survivor.
 */
final class MergeUndo {

    private final MergeState kept;
    private final MasterCustomer now;
    private final List<CustomerOperation> later;
    private final ReferenceData reference;
    private final MergedSources sources;
    private final MasterCustomer expected;

    /** @param later operations under an ID of the merged customer that were applied since the merge, in their order */
    MergeUndo(MergeState kept, MasterCustomer now, List<CustomerOperation> later, ReferenceData reference) {
        this.kept = kept;
        this.now = now;
        this.later = later;
        this.reference = reference;
        this.sources = new MergedSources(kept.merged());
        this.expected = applied(kept.after());
    }

    MasterCustomer survivor() {
        CustomerContent before = kept.before().content();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(CustomerMerge.fields(now.content()));
        var times = new HashMap<>(now.changedAt());
        Map<String, @Nullable Object> after = CustomerMerge.fields(kept.after().content());
        Map<String, @Nullable Object> late = CustomerMerge.fields(expected.content());
        Map<String, @Nullable Object> old = CustomerMerge.fields(before);
        var names = new LinkedHashSet<>(fields.keySet());
        names.addAll(old.keySet());
        for (String name : names) {
            Object value = fields.get(name);
            if (Objects.equals(value, after.get(name)) || Objects.equals(value, late.get(name))) {
                fields.put(name, old.get(name));
                restore(times, name);
            }
        }
        List<Address> addresses = parts(CustomerContent::addresses, Address::id, FieldNames::address, times);
        List<Contact> contacts = parts(CustomerContent::contacts, Contact::id, FieldNames::contact, times);
        var parts = new CustomerContent(
                before.profile(), addresses, contacts, affiliations(), before.attributes(), before.externalIdentity());
        return CustomerMerge.with(
                now,
                CustomerMerge.content(parts, fields, contacts),
                sources.numbers(now, false),
                times,
                now.aliases().stream().filter(it -> !sources.hasId(it)).toList(),
                sources.unapplied(now, false));
    }

    /** @param version of its next snapshot */
    MasterCustomer merged(long version) {
        CustomerContent old = kept.merged().content();
        var current = new CustomerContent(
                old.profile(),
                current(CustomerContent::addresses, Address::id),
                current(CustomerContent::contacts, Contact::id),
                old.affiliations(),
                old.attributes(),
                old.externalIdentity());
        MasterCustomer start = with(kept.merged(), current);
        if (CustomerMerge.refusal(start) != null) {
            start = kept.merged();
        }
        MasterCustomer result = applied(start);
        var numbers = new HashMap<>(result.appliedOperations());
        sources.numbers(now, true).forEach((source, number) -> numbers.merge(source, number, Math::max));
        MasterCustomer counted = CustomerMerge.with(
                result,
                result.content(),
                numbers,
                result.changedAt(),
                kept.merged().aliases(),
                sources.unapplied(now, true));
        return numbered(counted, version);
    }

    private MasterCustomer applied(MasterCustomer to) {
        MasterCustomer customer = to;
        for (CustomerOperation operation : later) {
            if (customer.apply(operation, reference) instanceof OperationResult.Applied done) {
                customer = done.customer();
            }
        }
        return customer;
    }

    // Parts of the merged customer go; the others are as before the merge, unless they were changed since.
    private <T> List<T> parts(
            Function<CustomerContent, List<T>> of,
            Function<T, UUID> id,
            Function<UUID, String> field,
            Map<String, Instant> times) {
        Map<UUID, T> before = byId(of.apply(kept.before().content()), id);
        Map<UUID, T> after = byId(of.apply(kept.after().content()), id);
        Map<UUID, T> late = byId(of.apply(expected.content()), id);
        var parts = new ArrayList<T>();
        for (T part : of.apply(now.content())) {
            UUID key = id.apply(part);
            T old = before.get(key);
            if (old != null) {
                parts.add(part.equals(after.get(key)) || part.equals(late.get(key)) ? old : part);
            } else if (after.containsKey(key) || late.containsKey(key)) {
                times.keySet().removeIf(it -> it.startsWith(field.apply(key)));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private <T> List<T> current(Function<CustomerContent, List<T>> of, Function<T, UUID> id) {
        Map<UUID, T> after = byId(of.apply(kept.after().content()), id);
        Map<UUID, T> present = byId(of.apply(now.content()), id);
        return of.apply(kept.merged().content()).stream()
                .map(part -> {
                    T here = present.get(id.apply(part));
                    return here == null || here.equals(after.get(id.apply(part))) ? part : here;
                })
                .toList();
    }

    private List<String> affiliations() {
        var before = kept.before().content().affiliations();
        var others = new HashSet<>(kept.after().content().affiliations());
        others.addAll(expected.content().affiliations());
        others.removeAll(before);
        var result = new LinkedHashSet<>(now.content().affiliations());
        result.removeAll(others);
        before.stream()
                .filter(it -> !expected.content().affiliations().contains(it))
                .forEach(result::add);
        return List.copyOf(result);
    }

    private void restore(Map<String, Instant> times, String name) {
        Instant before = kept.before().changedAt().get(name);
        if (before == null) {
            times.remove(name);
        } else {
            times.put(name, before);
        }
    }

    private static <T> Map<UUID, T> byId(List<T> parts, Function<T, UUID> id) {
        var byId = new LinkedHashMap<UUID, T>();
        parts.forEach(it -> byId.put(id.apply(it), it));
        return byId;
    }

    private static MasterCustomer with(MasterCustomer it, CustomerContent content) {
        return CustomerMerge.with(it, content, it.appliedOperations(), it.changedAt(), it.aliases(), it.unapplied());
    }

    private static MasterCustomer numbered(MasterCustomer it, long version) {
        return new MasterCustomer(
                it.asyncCustomerId(),
                it.accountNumber(),
                version,
                it.origin(),
                it.content(),
                it.appliedOperations(),
                null,
                it.changedAt(),
                it.financialDimensions(),
                it.aliases(),
                it.blocked(),
                it.unapplied(),
                it.erasedAt());
    }
}
