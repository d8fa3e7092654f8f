package io.counterpart.contract.operation;

import org.jspecify.annotations.Nullable;

/**
 * The change of one field in an edit.
 *
 * @param field the JSON name of the field in the profile, the address or the contact; for an attribute its name
 * @param oldValue the value in the channel when the edit was made; HQ detects conflicts by it
 * @param newValue the new value; null empties the field
 */
public record FieldChange(
        String field, @Nullable Object oldValue, @Nullable Object newValue) {}
