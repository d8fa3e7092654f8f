package io.counterpart.hq.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.master.DuplicateMode;

/** Checks the creations of one conversion against existing customers and against each other. */
public final class DuplicateDetector {

    private final DuplicateMode mode;
    private final Map<UUID, KnownKeys> known = new LinkedHashMap<>();
    private final Map<UUID, MatchKeys> newCustomers = new LinkedHashMap<>();

    DuplicateDetector(DuplicateMode mode, Collection<DuplicateCandidate> candidates) {
        this.mode = mode;
        candidates.forEach(it -> known.put(
                it.asyncCustomerId(), new KnownKeys(it.accountNumber(), MatchKeys.of(it.profile(), it.identity()))));
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
        List<String> numbers = numbers(similar(id, keys));
        return numbers.isEmpty() ? new DuplicateDecision.NewCustomer() : new DuplicateDecision.NeedsDecision(numbers);
    }

    public void addCreated(UUID id, CustomerContent content) {
        if (mode != DuplicateMode.OFF) {
            newCustomers.put(id, MatchKeys.of(content));
        }
    }

    // Exactly one: an operator has to choose between several matches.
    private @Nullable UUID certain(UUID id, MatchKeys keys) {
        List<UUID> similar = similar(id, keys);
        if (similar.size() != 1) {
            return null;
        }
        UUID only = similar.get(0);
        KnownKeys match = known.get(only);
        return match != null && keys.isCertainly(match.keys()) ? only : null;
    }

    private List<UUID> similar(UUID id, MatchKeys keys) {
        var similar = new ArrayList<UUID>();
        known.forEach((other, match) -> {
            if (!other.equals(id) && keys.mayBe(match.keys())) {
                similar.add(other);
            }
        });
        return similar;
    }

    private List<String> numbers(List<UUID> customers) {
        var numbers = new ArrayList<String>();
        customers.forEach(it -> {
            KnownKeys match = known.get(it);
            if (match != null) {
                numbers.add(match.accountNumber());
            }
        });
        return numbers;
    }

    private record KnownKeys(String accountNumber, MatchKeys keys) {}
}
