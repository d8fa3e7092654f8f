package io.counterpart.testsupport.authorization;

import java.util.Comparator;

/**
 * A method and a path pattern that a service responds to.
 *
 * @param requiredHeader the header that distinguishes this endpoint from another one with the same path, or empty
 * @param consumes the media type of its request body, or empty
 * @param management whether it is on the management port
 * @param handled whether a controller responds, as opposed to a filter, a file or the actuator
 */
public record Endpoint(
        String method, String pattern, String requiredHeader, String consumes, boolean management, boolean handled)
        implements Comparable<Endpoint> {

    /** The pattern of the paths that no other endpoint covers. */
    public static final String OTHER_PATHS = "/…";

    private static final Comparator<Endpoint> ORDER = Comparator.comparing(Endpoint::management)
            .thenComparing(Endpoint::pattern)
            .thenComparing(Endpoint::method)
            .thenComparing(Endpoint::requiredHeader);

    /** An endpoint of a filter, a file or the actuator. */
    public static Endpoint unhandled(String method, String pattern, boolean management) {
        return new Endpoint(method, pattern, "", "", management, false);
    }

    /** The row of the table. */
    public String name() {
        String name = method + " " + pattern;
        return requiredHeader.isEmpty() ? name : name + " with " + requiredHeader;
    }

    /** The pattern as rules refer to it. */
    String key() {
        return management ? "management:" + pattern : pattern;
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }
}
