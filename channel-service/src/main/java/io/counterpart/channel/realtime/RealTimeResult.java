package io.counterpart.channel.realtime;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of asking HQ. */
public sealed interface RealTimeResult<T> {

    /** HQ did it, now or before. */
    record Done<T>(T value) implements RealTimeResult<T> {}

    /** HQ was reached and said no, and trying again will not help. */
    record Refused<T>(String code, String reason) implements RealTimeResult<T> {}

    /** An earlier operation of the customer has yet to reach HQ. */
    record TooEarly<T>() implements RealTimeResult<T> {}

    /**
     * HQ could not be reached, or did not answer in time or in words that can be read.
     *
     * @param mayBeDone whether the request may have reached HQ all the same
     */
    record Unreachable<T>(String reason, boolean mayBeDone) implements RealTimeResult<T> {}

    default <R> R fold(
            Function<T, R> done,
            Function<Refused<T>, R> refused,
            Supplier<R> tooEarly,
            Function<Unreachable<T>, R> unreachable) {
        if (this instanceof Done<T> it) {
            return done.apply(it.value());
        }
        if (this instanceof Refused<T> it) {
            return refused.apply(it);
        }
        return this instanceof Unreachable<T> it ? unreachable.apply(it) : tooEarly.get();
    }
}
