package io.counterpart.hq.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.hq.problem.HqProblem;

/** Issues loyalty cards: one for each customer, with the request ID as idempotency key. */
@Service
public class LoyaltyCardService {

    private static final int MOST = 100;

    private final LoyaltyCardRepository repository;
    private final CustomerMasterStore master;
    private final NumberSequenceGenerator numbers;
    private final Clock clock;

    LoyaltyCardService(
            LoyaltyCardRepository repository,
            CustomerMasterStore master,
            NumberSequenceGenerator numbers,
            Clock clock) {
        this.repository = repository;
        this.master = master;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Empty while the customer has no account number. */
    @Transactional
    public Optional<LoyaltyCard> issue(IssueLoyaltyCard request) {
        var issued = repository.find(request.requestId());
        return issued.isPresent() ? issued : customer(request).flatMap(customer -> issue(request, customer));
    }

    /** The cards of a customer, oldest first. */
    public List<LoyaltyCard> cards(UUID customer) {
        return repository.ofCustomer(customer, MOST);
    }

    // The customer is locked: a concurrent enrolment has committed its card, or waits.
    private Optional<LoyaltyCard> issue(IssueLoyaltyCard request, MasterCustomer customer) {
        if (customer.isErased()) {
            throw HqProblem.CUSTOMER_ERASED.because("A loyalty card can’t be issued to an erased customer.");
        }
        List<LoyaltyCard> existing = repository.ofCustomer(customer.asyncCustomerId(), 1);
        if (!existing.isEmpty()) {
            return Optional.of(existing.get(0));
        }
        if (customer.blocked()) {
            throw HqProblem.CUSTOMER_BLOCKED.because("A loyalty card can’t be issued to a blocked customer.");
        }
        String number = numbers.next(NumberSequenceGenerator.LOYALTY_CARD, 1).get(0);
        Instant now = clock.instant();
        repository.insert(request, customer.asyncCustomerId(), number, now);
        return repository.find(request.requestId());
    }

    private Optional<MasterCustomer> customer(IssueLoyaltyCard request) {
        return master.lock(List.of(request.asyncCustomerId())).values().stream().findFirst();
    }
}
