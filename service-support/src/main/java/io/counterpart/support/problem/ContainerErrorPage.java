package io.counterpart.support.problem;

import org.jspecify.annotations.Nullable;

/** The page for requests that the container rejects before the service sees them. */
@FunctionalInterface
public interface ContainerErrorPage {

    /** Returns the HTML, or null if the path belongs to an API, which responds with a problem. */
    @Nullable String html(String path);
}
