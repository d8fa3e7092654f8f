package io.counterpart.hq.duplicate;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The result of the duplicate check of a creation. */
public sealed interface DuplicateDecision {

    /** It creates a customer. */
    record NewCustomer() implements DuplicateDecision {}

    /** It becomes an alias of this customer. */
    record ExistingCustomer(UUID customer) implements DuplicateDecision {}

    /** It may be one of these; an operator has to decide. */
    record NeedsDecision(List<String> accountNumbers) implements DuplicateDecision {

        private static final int NAMED = 5;

        /** The first of them; hundreds of customers may share the phone of a company. */
        public String message() {
            String first = accountNumbers.stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = accountNumbers.size() - NAMED;
            return more > 0 ? "%s and %d more".formatted(first, more) : first;
        }
    }

    /** It resembles a customer that is being created in this conversion, and is checked again afterwards. */
    record Deferred() implements DuplicateDecision {}
}
