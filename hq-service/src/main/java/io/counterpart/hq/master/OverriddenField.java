package io.counterpart.hq.master;

import org.jspecify.annotations.Nullable;

/** A field that two people changed: what HQ keeps and what gave way. */
public record OverriddenField(
        String field, @Nullable Object kept, @Nullable Object discarded) {}
