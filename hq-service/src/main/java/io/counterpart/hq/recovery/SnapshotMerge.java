package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Merges two states of a customer of which neither needs to contain the other: two channels made synchronous edits before
 * HQ was lost, or HQ has gone on since its restore. Each field has the value that was entered last.
 */
final class SnapshotMerge {

    private static final PartKind<Address> ADDRESSES = new PartKind<>(
            Address::id, FieldNames::address, (one, other) -> one.primary() && other.primary(), Address::secondary);
    private static final PartKind<Contact> CONTACTS = new PartKind<>(
            Contact::id,
            FieldNames::contact,
            (one, other) -> one.primary() && other.primary() && one.type() == other.type(),
            Contact::secondary);

    private final CustomerSnapshot newer;
    private final CustomerSnapshot older;
    private final Map<String, Instant> newerTimes;
    private final Map<String, Instant> olderTimes;

    private SnapshotMerge(CustomerSnapshot newer, CustomerSnapshot older) {
        this.newer = newer;
        this.older = older;
        this.newerTimes = times(newer);
        this.olderTimes = times(older);
    }

    /**
     * Returns the newer snapshot with what was entered later in the older one, and the operations of both.
     *
     * @param newer decides where no times are known
     */
    static CustomerSnapshot merge(CustomerSnapshot newer, CustomerSnapshot older) {
        var merge = new SnapshotMerge(newer, older);
        if (newer.isMerged()) {
            return newer;
        }
        // An erasure is final: what the other one contains was entered before it, or refused after it.
        return newer.isErased() || older.isErased()
                ? ErasedSnapshot.of(newer, older, merge.aliases(), merge.applied())
                : merge.merged();
    }

    private List<UUID> aliases() {
        var aliases = new LinkedHashSet<>(newer.aliases());
        aliases.addAll(older.aliases());
        return List.copyOf(aliases);
    }

    private Map<String, Integer> applied() {
        var applied = new HashMap<>(newer.appliedOperations());
        older.appliedOperations().forEach((database, number) -> applied.merge(database, number, Math::max));
        return applied;
    }

    private CustomerSnapshot merged() {
        Map<String, Integer> applied = applied();
        var times = new HashMap<>(newerTimes);
        olderTimes.forEach((field, at) -> times.merge(field, at, SnapshotMerge::later));
        CustomerContent content = content();
        boolean own = content.equals(newer.content()) && applied.equals(newer.appliedOperations());
        return new CustomerSnapshot(
                newer.schemaVersion(),
                newer.version(),
                newer.asyncCustomerId(),
                newer.accountNumber(),
                aliases(),
                newer.syncStatus(),
                newer.channel(),
                newer.channelDatabase(),
                newer.creationMode(),
                newer.asyncReason(),
                newer.createdAt(),
                newer.uploadedAt(),
                newer.stagedAt(),
                newer.convertedAt(),
                applied,
                own ? newer.unchangedSince() : null,
                newer.lastSyncError(),
                newer.blocked(),
                content,
                newer.unappliedOperations(),
                newer.editVersion(),
                times.isEmpty() ? null : times);
    }

    private CustomerContent content() {
        CustomerContent mine = newer.content();
        CustomerContent theirs = older.content();
        return new CustomerContent(
                ProfileMerge.of(mine.profile(), theirs.profile(), this::isLaterInOlder),
                parts(mine.addresses(), theirs.addresses(), ADDRESSES),
                parts(mine.contacts(), theirs.contacts(), CONTACTS),
                affiliations(mine.affiliations(), theirs.affiliations()),
                attributes(mine.attributes(), theirs.attributes()),
                mine.externalIdentity() == null ? theirs.externalIdentity() : mine.externalIdentity());
    }

    // Addresses and contacts are taken as a whole.
    private <T> List<T> parts(List<T> mine, List<T> theirs, PartKind<T> kind) {
        var byId = new LinkedHashMap<UUID, T>();
        mine.forEach(it -> byId.put(kind.id.apply(it), it));
        for (T part : theirs) {
            UUID id = kind.id.apply(part);
            String field = kind.field.apply(id);
            boolean wanted = byId.containsKey(id)
                    ? lastOf(olderTimes, field).isAfter(lastOf(newerTimes, field))
                    : wasAddedInOlder(field);
            if (wanted) {
                byId.remove(id);
                boolean second = byId.values().stream().anyMatch(it -> kind.bothPrimary.test(it, part));
                byId.put(id, second ? kind.secondary.apply(part) : part);
            }
        }
        return new ArrayList<>(byId.values());
    }

    // The newer state does not have it. If it knows when it was added, it was removed there since; the same holds if it
    // dates from the creation.
    private boolean wasAddedInOlder(String part) {
        return olderTimes.containsKey(part) && !newerTimes.containsKey(part);
    }

    private List<String> affiliations(List<String> mine, List<String> theirs) {
        Set<String> all = new LinkedHashSet<>(mine);
        all.addAll(theirs);
        all.removeIf(it -> !(isLaterInOlder(FieldNames.AFFILIATION + it) ? theirs : mine).contains(it));
        return List.copyOf(all);
    }

    private Map<String, Object> attributes(Map<String, Object> mine, Map<String, Object> theirs) {
        Set<String> names = new LinkedHashSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        var values = new HashMap<String, Object>();
        for (String name : names) {
            Object value = (isLaterInOlder(FieldNames.ATTRIBUTE + name) ? theirs : mine).get(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private boolean isLaterInOlder(String field) {
        return olderTimes.getOrDefault(field, Instant.MIN).isAfter(newerTimes.getOrDefault(field, Instant.MIN));
    }

    private static Instant lastOf(Map<String, Instant> times, String part) {
        return times.entrySet().stream()
                .filter(it -> it.getKey().equals(part) || it.getKey().startsWith(FieldNames.scope(part)))
                .map(Map.Entry::getValue)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Instant> times(CustomerSnapshot snapshot) {
        return Objects.requireNonNullElse(snapshot.changedAt(), Map.of());
    }

    private record PartKind<T>(
            Function<T, UUID> id,
            Function<UUID, String> field,
            BiPredicate<T, T> bothPrimary,
            UnaryOperator<T> secondary) {}
}
