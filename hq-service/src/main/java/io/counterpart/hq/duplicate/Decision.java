package io.counterpart.hq.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An operator's decision about a failed operation.
 *
 * @param linkTo the customer of which the creation becomes an alias
 */
public record Decision(Kind kind, @Nullable UUID linkTo) {

    /** The kinds of decisions. */
    public enum Kind {
        /** A separate customer, even if it matches another one. */
        CREATE,
        /** An alias of a customer. */
        LINK,
        /** Skipped: later operations of the customer continue as if it had been applied. */
        IGNORE,
        /** The next operation of its customer, because another operation has used its number. */
        NEXT
    }
}
