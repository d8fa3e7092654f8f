package io.counterpart.support.web;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/**
 * Rejects bodies over a limit, whether or not they declare their length. It runs after Spring Security, so that only
 * authenticated callers can make the service buffer a body.
 */
@Order(0)
public class BodyLimitFilter extends OncePerRequestFilter {

    private static final int BYTES_PER_KIB = 1024;
    private static final Duration TIME_FOR_A_FILE = Duration.ofHours(2);

    private final ProblemResponses problems;
    private final ToIntFunction<String> maxKibOfPath;
    private final Predicate<String> isFile;

    /**
     * @param maxKibOfPath the limit of a request path, in KiB
     */
    public BodyLimitFilter(ProblemResponses problems, ToIntFunction<String> maxKibOfPath) {
        this(problems, maxKibOfPath, path -> false);
    }

    /**
     * @param maxKibOfPath the limit of a request path, in KiB
     * @param isFile whether a POST to a path sends a file, which its controller reads as a stream and limits itself
     */
    public BodyLimitFilter(ProblemResponses problems, ToIntFunction<String> maxKibOfPath, Predicate<String> isFile) {
        this.problems = problems;
        this.maxKibOfPath = maxKibOfPath;
        this.isFile = isFile;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        return !("POST".equals(method) || "PUT".equals(method) || "PATCH".equals(method));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasWildcard(request.getContentType())) {
            problems.reject(
                    StandardProblem.UNSUPPORTED_MEDIA_TYPE.because("Content-Type must be a media type, not a range."),
                    request,
                    response);
            return;
        }
        if ("POST".equals(request.getMethod()) && isFile.test(request.getRequestURI())) {
            stream(request, response, chain);
            return;
        }
        int maxKib = maxKibOfPath.applyAsInt(request.getRequestURI());
        int maxBytes = maxKib * BYTES_PER_KIB;
        if (request.getContentLengthLong() > maxBytes) {
            reject(maxKib, request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            reject(maxKib, request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private static void stream(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getInputStream() instanceof BoundedBody body) {
            body.extendTo(TIME_FOR_A_FILE);
        }
        chain.doFilter(request, response);
        // The answer is final: what is left of the body must not change it.
        response.flushBuffer();
    }

    // Spring does not expect one, and would fail.
    private static boolean hasWildcard(@Nullable String contentType) {
        try {
            return contentType != null && !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private void reject(int maxKib, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.reject(
                StandardProblem.PAYLOAD_TOO_LARGE.because("The request is larger than %d KiB.".formatted(maxKib)),
                request,
                response);
    }
}
