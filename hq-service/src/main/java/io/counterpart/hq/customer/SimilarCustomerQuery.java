package io.counterpart.hq.customer;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.contract.ExternalIdentity;

/** Looks for similar customers without keeping others from doing so. */
@Component
public class SimilarCustomerQuery {

    private final DuplicateCandidateRepository candidates;

    SimilarCustomerQuery(DuplicateCandidateRepository candidates) {
        this.candidates = candidates;
    }

    /** Customers with one of these emails or phones, as the search has them, or identities. */
    public List<DuplicateCandidate> findSimilar(Collection<String> terms, Collection<ExternalIdentity> identities) {
        return candidates.find(terms, identities);
    }
}
