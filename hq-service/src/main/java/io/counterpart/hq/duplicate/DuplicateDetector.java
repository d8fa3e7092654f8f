package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.search.MatchKeys;
import io.counterpart.hq.master.DuplicateMode;

/** Checks the creations of one conversion against existing customers and against each other. */
public final class DuplicateDetector {

    private final DuplicateMode mode;
    private final List<KnownCustomer> known;
    private final Map<UUID, MatchKeys> newCustomers = new LinkedHashMap<>();

    DuplicateDetector(DuplicateMode mode, Collection<DuplicateCandidate> candidates) {
        this.mode = mode;
        this.known = candidates.stream()
                .map(it -> new KnownCustomer(
                        it.asyncCustomerId(), it.accountNumber(), MatchKeys.of(it.profile(), it.identity())))
                .toList();
    }

    /** The customers to which these creations may be linked; they have to be locked first. */
    public Set<UUID> targets(Map<UUID, CustomerContent> creations) {
        var targets = new HashSet<UUID>();
        if (mode == DuplicateMode.LINK) {
            creations.forEach((id, content) -> {
                UUID certain = certain(id, MatchKeys.of(content));
                if (certain != null) {
                    targets.add(certain);
                }
            });
        }
        return targets;
    }

    public DuplicateDecision of(UUID id, CustomerContent content, @Nullable Decision decision) {
        UUID linkTo = decision == null ? null : decision.linkTo();
        if (linkTo != null) {
            return new DuplicateDecision.ExistingCustomer(linkTo);
        }
        if (decision != null || mode == DuplicateMode.OFF) {
            return new DuplicateDecision.NewCustomer();
        }
        MatchKeys keys = MatchKeys.of(content);
        if (newCustomers.values().stream().anyMatch(keys::mayBe)) {
            return new DuplicateDecision.Deferred();
        }
        UUID certain = mode == DuplicateMode.LINK ? certain(id, keys) : null;
        if (certain != null) {
            return new DuplicateDecision.ExistingCustomer(certain);
        }
        List<String> numbers =
                similar(id, keys).stream().map(KnownCustomer::accountNumber).toList();
        return numbers.isEmpty() ? new DuplicateDecision.NewCustomer() : new DuplicateDecision.NeedsDecision(numbers);
    }

    public void addCreated(UUID id, CustomerContent content) {
        if (mode != DuplicateMode.OFF) {
            newCustomers.put(id, MatchKeys.of(content));
        }
    }

    // Exactly one: an operator has to choose between several matches.
    private @Nullable UUID certain(UUID id, MatchKeys keys) {
        List<KnownCustomer> similar = similar(id, keys);
        return similar.size() == 1 && keys.isCertainly(similar.get(0).keys())
                ? similar.get(0).id()
                : null;
    }

    private List<KnownCustomer> similar(UUID id, MatchKeys keys) {
        return known.stream()
                .filter(it -> !it.id().equals(id) && keys.mayBe(it.keys()))
                .toList();
    }

    private record KnownCustomer(UUID id, String accountNumber, MatchKeys keys) {}
}
