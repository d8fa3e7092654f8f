package io.counterpart.hq.configuration;

import org.jspecify.annotations.Nullable;

/** An object with the version that an ETag contains. */
public interface Versioned {

    /** Null until the object is stored. */
    @Nullable Long version();

    /** The object in audit entries. */
    String subject();

    /** The values that administrators change. */
    Object view();
}
