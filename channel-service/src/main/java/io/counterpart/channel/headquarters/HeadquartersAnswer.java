package io.counterpart.channel.headquarters;

import java.util.function.Function;
import java.util.function.Supplier;

import io.counterpart.channel.problem.ProblemType;

/** What came of asking HQ for something. */
public sealed interface HeadquartersAnswer<T> {

    /** HQ gave it. */
    record Given<T>(T value) implements HeadquartersAnswer<T> {}

    /** HQ was reached and said no; its words are for people. */
    record Refused<T>(String words) implements HeadquartersAnswer<T> {}

    /** HQ could not be reached, or did not answer in time. */
    record Unreachable<T>() implements HeadquartersAnswer<T> {}

    default <R> R fold(Function<T, R> given, Function<String, R> refused, Supplier<R> unreachable) {
        if (this instanceof Given<T> it) {
            return given.apply(it.value);
        }
        return this instanceof Refused<T> it ? refused.apply(it.words) : unreachable.get();
    }

    /** For what cannot be done without HQ. */
    default T orProblem() {
        return fold(
                value -> value,
                words -> {
                    throw ProblemType.HEADQUARTERS_REFUSED.because(words);
                },
                () -> {
                    throw ProblemType.HEADQUARTERS_UNREACHABLE.because(
                            "Headquarters cannot be reached right now. Please try again in a moment.");
                });
    }
}
