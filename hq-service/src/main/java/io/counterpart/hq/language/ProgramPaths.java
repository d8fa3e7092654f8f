package io.counterpart.hq.language;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The paths that programs request, in contrast to pages. */
public final class ProgramPaths {

    private static final List<String> PATHS = List.of("/api/", "/realtime/", "/problems", "/v3/", "/actuator");

    private ProgramPaths() {}

    /** Whether the path belongs to an API, so that its errors remain JSON. */
    public static boolean contain(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }

    /** The same for a request, also after it was rejected before its controller and forwarded to {@code /error}. */
    public static boolean contain(HttpServletRequest request) {
        Object rejected = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return contain(rejected == null ? request.getRequestURI() : rejected.toString());
    }
}
