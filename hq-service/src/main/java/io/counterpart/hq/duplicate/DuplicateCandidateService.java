package io.counterpart.hq.duplicate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerContent;

/** Finds duplicate candidates for operators; read-only and without the lock that would block conversions. */
@Component
public class DuplicateCandidateService {

    private static final int MOST = 5;

    private final DuplicateCandidateRepository customers;

    DuplicateCandidateService(DuplicateCandidateRepository customers) {
        this.customers = customers;
    }

    /** Best matches first. */
    public List<DuplicateCandidate> of(CustomerContent content) {
        MatchKeys keys = MatchKeys.of(content);
        var identities = Stream.of(keys)
                .map(MatchKeys::identity)
                .filter(Objects::nonNull)
                .toList();
        return customers.find(MatchKeys.terms(List.of(keys)), identities).stream()
                .filter(it -> keys.mayBe(MatchKeys.of(it.profile(), it.identity())))
                .sorted((one, other) -> Boolean.compare(isCertain(keys, other), isCertain(keys, one)))
                .limit(MOST)
                .toList();
    }

    private static boolean isCertain(MatchKeys keys, DuplicateCandidate candidate) {
        return keys.isCertainly(MatchKeys.of(candidate.profile(), candidate.identity()));
    }
}
