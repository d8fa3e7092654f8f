package io.counterpart.hq.synchronization;

import java.util.function.Function;
import java.util.function.Supplier;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** What came of one operation that somebody waits for. */
public sealed interface ConversionResult {

    /** It has taken effect, now or before; this is the customer. */
    record Done(CustomerSnapshot customer) implements ConversionResult {}

    /** A person has to mend it. */
    record Rejected(String code, String message) implements ConversionResult {

        /** Whether another operation used its operation number. */
        public boolean isNumberUsed() {
            return code.equals(UsedOperationNumbers.CODE);
        }
    }

    /** An earlier operation of its customer has yet to come. */
    record TooEarly() implements ConversionResult {}

    default <R> R fold(Function<Done, R> done, Function<Rejected, R> refused, Supplier<R> tooEarly) {
        if (this instanceof Done it) {
            return done.apply(it);
        }
        return this instanceof Rejected it ? refused.apply(it) : tooEarly.get();
    }
}
