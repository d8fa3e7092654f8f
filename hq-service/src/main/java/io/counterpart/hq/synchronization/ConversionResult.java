package io.counterpart.hq.synchronization;

import java.util.function.Function;
import java.util.function.Supplier;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** The result of an operation whose caller waits for it. */
public sealed interface ConversionResult {

    /** The operation is applied, by this call or an earlier one; contains the current customer. */
    record Done(CustomerSnapshot customer) implements ConversionResult {}

    /** The operation failed and requires an operator. */
    record Rejected(String code, String message) implements ConversionResult {

        public boolean isNumberUsed() {
            return code.equals(UsedOperationNumbers.CODE);
        }
    }

    /** An earlier operation of the customer has not arrived yet. */
    record TooEarly() implements ConversionResult {}

    default <R> R fold(Function<Done, R> done, Function<Rejected, R> refused, Supplier<R> tooEarly) {
        if (this instanceof Done it) {
            return done.apply(it);
        }
        return this instanceof Rejected it ? refused.apply(it) : tooEarly.get();
    }
}
