package io.counterpart.hq.audit;

import org.jspecify.annotations.Nullable;

/**
 * The old and the new value of one field.
 *
 * @param field its name; nested fields are joined by dots
 * @param oldValue null: it was empty, or the object was created
 * @param newValue null: it is empty, or the object was removed
 */
public record AuditChange(
        String field, @Nullable Object oldValue, @Nullable Object newValue) {}
