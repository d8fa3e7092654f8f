package io.counterpart.hq.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An entry in the edit history of a customer.
 *
 * @param kind of the operation, or the action of a user
 * @param actor a user or the owner of a token; null: unknown, in a channel
 * @param operationId of an operation that has a page
 * @param overridden whether newer values were kept instead
 */
record CustomerEdit(
        Instant at,
        String kind,
        @Nullable String actor,
        boolean isToken,
        String channel,
        @Nullable UUID operationId,
        @Nullable String reason,
        boolean overridden,
        List<FieldEdit> changes) {

    /**
     * The old and the new value of a field.
     *
     * @param field its name; nested fields are joined by dots
     */
    record FieldEdit(
            String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
