package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.customer.CustomerMasterStore;
import io.counterpart.hq.customer.DuplicateMode;

/** Looks for the customers whom somebody new may be: one statement for all of a conversion, none while it is off. */
@Component
public class DuplicateSearchService {

    private final CustomerMasterStore master;

    DuplicateSearchService(CustomerMasterStore master) {
        this.master = master;
    }

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
        return new DuplicateDetector(mode, master.candidates(MatchKeys.terms(keys), identities));
    }
}
