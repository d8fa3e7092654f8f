package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.search.MatchKeys;
import io.counterpart.hq.master.DuplicateMode;

/** Searches duplicate candidates, for conversions and for operators. */
@Component
public class DuplicateSearchService {

    private static final int MOST = 5;

    private final DuplicateCandidateRepository candidates;

    DuplicateSearchService(DuplicateCandidateRepository candidates) {
        this.candidates = candidates;
    }

    /**
     * Searches for a conversion with one statement, or none if the policy is off. Until the transaction ends, no other
     * transaction can perform this search.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DuplicateDetector among(Collection<CustomerContent> creations, DuplicateMode mode) {
        if (mode == DuplicateMode.OFF || creations.isEmpty()) {
            return new DuplicateDetector(mode, List.of());
        }
        candidates.forceSequential();
        return new DuplicateDetector(
                mode, find(creations.stream().map(MatchKeys::of).toList()));
    }

    /** The best matches first; read-only and without the lock that would block conversions. */
    public List<DuplicateCandidate> of(CustomerContent content) {
        MatchKeys keys = MatchKeys.of(content);
        return find(List.of(keys)).stream()
                .filter(it -> keys.mayBe(MatchKeys.of(it.profile(), it.identity())))
                .sorted((one, other) -> Boolean.compare(isCertain(keys, other), isCertain(keys, one)))
                .limit(MOST)
                .toList();
    }

    private List<DuplicateCandidate> find(List<MatchKeys> keys) {
        var identities = keys.stream()
                .map(MatchKeys::identity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return candidates.find(MatchKeys.terms(keys), identities);
    }

    private static boolean isCertain(MatchKeys keys, DuplicateCandidate candidate) {
        return keys.isCertainly(MatchKeys.of(candidate.profile(), candidate.identity()));
    }
}
