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
        List<DuplicateScore> best = candidates.find(entered).stream()
                .map(candidate -> DuplicateScore.of(entered, candidate))
                .filter(score -> !score.reasons().isEmpty())
                .sorted(Comparator.comparingInt(DuplicateScore::score).reversed())
                .limit(MOST)
                .toList();
        return best.isEmpty() ? List.of() : views(best);
    }

    private List<PossibleDuplicate> views(List<DuplicateScore> scores) {
        Map<UUID, Customer> found =
                customers.findAll(scores.stream().map(DuplicateScore::customer).toList());
        // HQ may have linked a customer to another one since.
        return scores.stream()
                .flatMap(score -> Optional.ofNullable(found.get(score.customer()))
                        .map(customer ->
                                new PossibleDuplicate(customers.profileView(customer), score.score(), score.reasons()))
                        .stream())
                .toList();
    }
}
