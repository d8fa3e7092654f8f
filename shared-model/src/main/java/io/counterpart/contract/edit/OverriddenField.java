package io.counterpart.contract.edit;

import org.jspecify.annotations.Nullable;

/** A field that two users changed, with the value that is stored and the value that was discarded. */
public record OverriddenField(
        String field, @Nullable Object kept, @Nullable Object discarded) {}
