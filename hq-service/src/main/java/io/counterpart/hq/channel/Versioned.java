package io.counterpart.hq.channel;

import org.jspecify.annotations.Nullable;

/** What carries the version that an ETag names. */
interface Versioned {

    /** Null until it is stored. */
    @Nullable Long version();
}
