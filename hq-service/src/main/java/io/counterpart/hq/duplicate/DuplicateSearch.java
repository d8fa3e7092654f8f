package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerContent;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.DuplicateMode;

/** Looks for the customers whom somebody new may be: one statement for all of a conversion, none while it is off. */
@Component
public class DuplicateSearch {

    private final CustomerMaster master;

    DuplicateSearch(CustomerMaster master) {
        this.master = master;
    }

    public Duplicates among(Collection<CustomerContent> creations, DuplicateMode mode) {
        if (mode == DuplicateMode.OFF || creations.isEmpty()) {
            return new Duplicates(mode, List.of());
        }
        List<MatchKeys> keys = creations.stream().map(MatchKeys::of).toList();
        var identities = keys.stream()
                .map(MatchKeys::identity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Duplicates(mode, master.candidates(MatchKeys.terms(keys), identities));
    }
}
