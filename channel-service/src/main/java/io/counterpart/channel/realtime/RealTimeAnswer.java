package io.counterpart.channel.realtime;

import java.util.function.Function;
import java.util.function.Supplier;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** What came of asking HQ. */
public sealed interface RealTimeAnswer {

    /** HQ did it; this is the customer now. */
    record Done(CustomerSnapshot customer) implements RealTimeAnswer {}

    /** HQ was reached and said no, and trying again will not help. */
    record Refused(String reason) implements RealTimeAnswer {}

    /** HQ could not be reached, or did not answer in time: it may have done it or not. */
    record Unreachable() implements RealTimeAnswer {}

    default <R> R fold(Function<Done, R> done, Function<Refused, R> refused, Supplier<R> unreachable) {
        if (this instanceof Done it) {
            return done.apply(it);
        }
        return this instanceof Refused it ? refused.apply(it) : unreachable.get();
    }
}
