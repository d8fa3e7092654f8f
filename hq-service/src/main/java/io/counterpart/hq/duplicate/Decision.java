package io.counterpart.hq.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an operation that failed.
 *
 * @param linkTo the customer that a creation is another id of
 */
public record Decision(Kind kind, @Nullable UUID linkTo) {

    /** What is to become of the operation. */
    public enum Kind {
        /** A customer of its own, whomever it resembles. */
        CREATE,
        /** Another id of a customer. */
        LINK,
        /** Nothing: later operations of the customer go on as if it had taken effect. */
        IGNORE,
        /** The next operation of its customer: another operation has used its number. */
        NEXT
    }
}
