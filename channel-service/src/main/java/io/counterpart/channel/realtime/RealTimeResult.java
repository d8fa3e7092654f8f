package io.counterpart.channel.realtime;

import java.util.function.Function;
import java.util.function.Supplier;

/** The result of a call to HQ. */
public sealed interface RealTimeResult<T> {

    /** HQ applied the request, now or earlier. */
    record Done<T>(T value) implements RealTimeResult<T> {}

    /** HQ was reached and refused the request; a retry will not help. */
    record Refused<T>(String code, String reason) implements RealTimeResult<T> {}

    /** An earlier operation of the customer has yet to reach HQ. */
    record TooEarly<T>() implements RealTimeResult<T> {}

    /**
     * HQ could not be reached, did not respond in time, or sent an unreadable response.
     *
     * @param mayBeDone whether the request may nevertheless have reached HQ
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
