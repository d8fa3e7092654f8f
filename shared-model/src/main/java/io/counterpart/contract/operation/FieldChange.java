package io.counterpart.contract.operation;

import org.jspecify.annotations.Nullable;

/**
 * One field of an edit.
 *
 * @param field the JSON name of the field in the profile, the address or the contact; of an attribute its name
 * @param oldValue what the channel held when the edit was made; HQ finds conflicts by it
 * @param newValue what it should be; null empties the field
 */
public record FieldChange(
        String field, @Nullable Object oldValue, @Nullable Object newValue) {}
