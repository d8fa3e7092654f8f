package io.counterpart.hq.master;

import org.jspecify.annotations.Nullable;

/** A field that two users changed, with the value that HQ stores and the value that was discarded. */
public record OverriddenField(
        String field, @Nullable Object kept, @Nullable Object discarded) {}
