package io.counterpart.hq.duplicatepair;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Address;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.contract.search.Folding;
import io.counterpart.contract.search.MatchKeys;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** Lists and compares customers that may be the same, and remembers what a person decides about them. */
@Service
class DuplicatePairService {

    private final DuplicatePairRepository pairs;
    private final DuplicatePairWriteRepository decisions;
    private final CustomerSearchService customers;
    private final AuditService audit;
    private final Clock clock;

    DuplicatePairService(
            DuplicatePairRepository pairs,
            DuplicatePairWriteRepository decisions,
            CustomerSearchService customers,
            AuditService audit,
            Clock clock) {
        this.pairs = pairs;
        this.decisions = decisions;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The best score first. */
    ListResponse<DuplicatePair> list(PairFilter filter, int limit, @Nullable String cursor) {
        var before = PairPosition.from(CursorPages.before(cursor));
        List<DuplicatePair> read = pairs.list(filter, before, CursorPages.read(limit));
        return CursorPages.of(read, limit, DuplicatePair::position);
    }

    DuplicatePair find(long id) {
        return pairs.find(id).orElseThrow(() -> HqProblem.POSSIBLE_DUPLICATE_NOT_FOUND.problem());
    }

    /** Both customers as they are now. */
    ComparedPair compare(long id) {
        DuplicatePair pair = find(id);
        CustomerSnapshot first = customers.one(pair.firstCustomer().toString());
        CustomerSnapshot second = customers.one(pair.secondCustomer().toString());
        return new ComparedPair(pair, first, second, rate(first.content(), second.content()));
    }

    /** Both are never asked about again; repeating the decision changes nothing. */
    @Transactional
    public DuplicatePair decideNotSame(long id, @Nullable String reason) {
        DuplicatePair pair = find(id);
        if (decisions.decideNotSame(id, AuditService.actor(), reason, clock.instant())) {
            audit.note(
                    "not-same",
                    pair.firstNumber() + ", " + pair.secondNumber(),
                    reason == null ? Map.of() : Map.of("reason", reason));
        }
        return find(id);
    }

    List<String> channels() {
        return pairs.channels();
    }

    private static DuplicateScore rate(CustomerContent one, CustomerContent other) {
        boolean samePostcode = !Collections.disjoint(postcodes(one), postcodes(other));
        return DuplicateScore.of(MatchKeys.of(one), MatchKeys.of(other), samePostcode);
    }

    private static Set<String> postcodes(CustomerContent content) {
        return content.addresses().stream()
                .map(Address::zipCode)
                .filter(Objects::nonNull)
                .map(Folding::postcode)
                .filter(postcode -> !postcode.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * A pair with its customers.
     *
     * @param rating what they have in common now, which the scan may not have seen yet
     */
    record ComparedPair(DuplicatePair pair, CustomerSnapshot first, CustomerSnapshot second, DuplicateScore rating) {

        /** Whether a person still has to decide. */
        public boolean needsDecision() {
            return pair.isOpen() && !rating.isEmpty() && !first.blocked() && !second.blocked();
        }
    }
}
