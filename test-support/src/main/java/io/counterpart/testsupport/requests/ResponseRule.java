package io.counterpart.testsupport.requests;

import org.jspecify.annotations.Nullable;

/** What every response has to meet. */
@FunctionalInterface
public interface ResponseRule {

    /** Returns what is wrong with the response, or null. */
    @Nullable String violation(RawRequest request, RawResponse response);
}
