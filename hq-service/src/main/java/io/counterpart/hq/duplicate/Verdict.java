package io.counterpart.hq.duplicate;

import java.util.List;
import java.util.UUID;

/** What becomes of a creation. */
public sealed interface Verdict {

    /** It makes a customer. */
    record NewCustomer() implements Verdict {}

    /** It is another id of this customer. */
    record SameAs(UUID customer) implements Verdict {}

    /** It may be one of these; a person has to decide. */
    record Ask(List<String> accountNumbers) implements Verdict {}

    /** It resembles somebody who is being made at this moment: to be looked at again once that is done. */
    record Later() implements Verdict {}
}
