package io.counterpart.hq.synchronization;

import java.util.function.Function;
import java.util.function.Supplier;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** What came of one operation that somebody waits for. */
public sealed interface Outcome {

    /** It has taken effect, now or before; this is the customer. */
    record Done(CustomerSnapshot customer) implements Outcome {}

    /** A person has to mend it. */
    record Refused(String code, String words) implements Outcome {

        /** Whether another operation used its operation number. */
        public boolean isNumberUsed() {
            return code.equals(UsedNumbers.CODE);
        }
    }

    /** An earlier operation of its customer has yet to come. */
    record TooEarly() implements Outcome {}

    default <R> R fold(Function<Done, R> done, Function<Refused, R> refused, Supplier<R> tooEarly) {
        if (this instanceof Done it) {
            return done.apply(it);
        }
        return this instanceof Refused it ? refused.apply(it) : tooEarly.get();
    }
}
