package io.counterpart.hq.duplicate;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What becomes of a creation. */
public sealed interface DuplicateDecision {

    /** It makes a customer. */
    record NewCustomer() implements DuplicateDecision {}

    /** It is another id of this customer. */
    record ExistingCustomer(UUID customer) implements DuplicateDecision {}

    /** It may be one of these; a person has to decide. */
    record NeedsDecision(List<String> accountNumbers) implements DuplicateDecision {

        private static final int NAMED = 5;

        /** The first of them; a telephone of a company may be that of hundreds. */
        public String message() {
            String first = accountNumbers.stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = accountNumbers.size() - NAMED;
            return more > 0 ? "%s and %d more".formatted(first, more) : first;
        }
    }

    /** It resembles somebody who is being made at this moment: to be looked at again once that is done. */
    record Deferred() implements DuplicateDecision {}
}
