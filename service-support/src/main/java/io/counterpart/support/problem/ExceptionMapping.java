package io.counterpart.support.problem;

import org.jspecify.annotations.Nullable;

/** What a service says about exceptions of its own; asked before the general rules. */
@FunctionalInterface
public interface ExceptionMapping {

    /** Null: the general rules apply. */
    @Nullable Problem map(Throwable thrown);
}
