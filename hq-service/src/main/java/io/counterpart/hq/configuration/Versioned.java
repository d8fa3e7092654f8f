package io.counterpart.hq.configuration;

import org.jspecify.annotations.Nullable;

/** What carries the version that an ETag names. */
public interface Versioned {

    /** Null until it is stored. */
    @Nullable Long version();
}
