package io.counterpart.channel.duplicate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;

/** Rates the customers that the entered one may duplicate, without asking HQ. */
@Service
class PossibleDuplicateService {

    static final int MOST = 10;

    private final PossibleDuplicateRepository candidates;
    private final CustomerReader customers;

    PossibleDuplicateService(PossibleDuplicateRepository candidates, CustomerReader customers) {
        this.candidates = candidates;
        this.customers = customers;
    }

    /** Best first, and newest first among equals. */
    List<PossibleDuplicate> find(EnteredCustomer entered) {
        if (entered.queries().isEmpty()) {
            return List.of();
        }
        List<RatedCandidate> best = candidates.find(entered).stream()
                .map(candidate -> RatedCandidate.of(entered, candidate))
                .filter(candidate -> !candidate.rating().isEmpty())
                .sorted(Comparator.comparingInt(RatedCandidate::score).reversed())
                .limit(MOST)
                .toList();
        return best.isEmpty() ? List.of() : views(best);
    }

    private List<PossibleDuplicate> views(List<RatedCandidate> rated) {
        Map<UUID, Customer> found =
                customers.findAll(rated.stream().map(RatedCandidate::customer).toList());
        // HQ may have linked a customer to another one since.
        return rated.stream()
                .flatMap(candidate -> Optional.ofNullable(found.get(candidate.customer()))
                        .map(customer -> new PossibleDuplicate(
                                customers.profileView(customer),
                                candidate.score(),
                                candidate.rating().reasons()))
                        .stream())
                .toList();
    }
}
