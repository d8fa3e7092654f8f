package io.counterpart.hq.synchronization;

import java.util.List;

import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Overridden;

/** What came of one operation. */
public sealed interface Outcome {

    /** It has taken effect, now or before. */
    record Done(MasterCustomer customer, List<Overridden> overridden) implements Outcome {}

    /** An earlier operation of its customer has yet to come. */
    record Waiting() implements Outcome {}

    /** A person has to mend it. */
    record Failed(Application.Refused refusal) implements Outcome {}
}
