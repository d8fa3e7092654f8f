package io.counterpart.support.problem;

import org.jspecify.annotations.Nullable;

/** Maps a service's own exceptions to problems; applied before the general rules. */
@FunctionalInterface
public interface ExceptionMapping {

    /** Returns null if the general rules apply. */
    @Nullable Problem map(Throwable thrown);
}
