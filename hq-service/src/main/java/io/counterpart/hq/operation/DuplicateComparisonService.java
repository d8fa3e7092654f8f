package io.counterpart.hq.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.duplicate.CustomerComparison;
import io.counterpart.hq.duplicate.CustomerComparisonService;
import io.counterpart.hq.duplicate.DuplicateSearchService;
import io.counterpart.hq.staging.OperationReader;

/** Compares a possible duplicate with its candidates. */
@Component
class DuplicateComparisonService {

    private final OperationReader reader;
    private final DuplicateSearchService candidates;
    private final CustomerSearchService customers;
    private final CustomerComparisonService comparisons;

    DuplicateComparisonService(
            OperationReader reader,
            DuplicateSearchService candidates,
            CustomerSearchService customers,
            CustomerComparisonService comparisons) {
        this.reader = reader;
        this.candidates = candidates;
        this.customers = customers;
        this.comparisons = comparisons;
    }

    /** Null if the operation did not fail as a possible duplicate, or no candidate matches any more. */
    @Nullable CustomerComparison of(OperationRow operation) {
        if (!"possible-duplicate".equals(operation.errorCode())
                || !(reader.read(operation.payload()).body() instanceof OperationBody.CreateCustomer creation)) {
            return null;
        }
        List<CustomerSnapshot> known = candidates.of(creation.content()).stream()
                .map(it -> customers.one(it.accountNumber()))
                .toList();
        return known.isEmpty() ? null : comparisons.compare(creation.content(), known);
    }
}
