package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.master.DuplicateMode;

/**
 * Searches duplicate candidates with one statement per conversion, or none if the policy is off. Until the transaction
 * ends, no other transaction can perform this search.
 */
@Component
public class DuplicateSearchService {

    private final DuplicateCandidateRepository candidates;

    DuplicateSearchService(DuplicateCandidateRepository candidates) {
        this.candidates = candidates;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public DuplicateDetector among(Collection<CustomerContent> creations, DuplicateMode mode) {
        if (mode == DuplicateMode.OFF || creations.isEmpty()) {
            return new DuplicateDetector(mode, List.of());
        }
        List<MatchKeys> keys = creations.stream().map(MatchKeys::of).toList();
        var identities = keys.stream()
                .map(MatchKeys::identity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        candidates.forceSequential();
        return new DuplicateDetector(mode, candidates.find(MatchKeys.terms(keys), identities));
    }
}
