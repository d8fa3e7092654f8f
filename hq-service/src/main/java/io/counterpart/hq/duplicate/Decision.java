package io.counterpart.hq.duplicate;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a creation that may be a duplicate.
 *
 * @param linkTo the customer it is another id of; null: a customer of its own
 */
public record Decision(@Nullable UUID linkTo) {

    /** A customer of its own, whomever it resembles. */
    public static final Decision CREATE = new Decision(null);
}
