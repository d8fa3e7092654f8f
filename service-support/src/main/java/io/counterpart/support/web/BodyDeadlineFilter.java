package io.counterpart.support.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/**
 * Bounds how long and how much is read of a request body before the caller is known. It runs before the filters of the services,
 * so that a slow or large body costs an unauthenticated caller its connection, and no other caller a place.
 */
@Order(FilterOrder.BODY_DEADLINE)
public class BodyDeadlineFilter extends OncePerRequestFilter {

    private static final Duration TIME_FOR_A_BODY = Duration.ofSeconds(10);
    private static final Duration TIME_FOR_AN_UNREAD_BODY = Duration.ofSeconds(1);
    private static final int MAX_UNREAD_BYTES = 64 * 1024;
    private static final int MAX_FORM_BYTES = 64 * 1024;
    private static final int MAX_DISCARDED_BYTES = 16 * 1024 * 1024;
    private static final int CONCURRENT_DRAINS = 50;
    private static final int CONCURRENT_DISCARDS = 20;

    private final ProblemResponses problems;
    private final Predicate<String> hasForms;
    private final Semaphore drains = new Semaphore(CONCURRENT_DRAINS);
    private final Semaphore discards = new Semaphore(CONCURRENT_DISCARDS);

    /**
     * Creates the filter.
     *
     * @param hasForms whether requests to a path may carry HTML forms, whose parameters are needed before authentication
     */
    public BodyDeadlineFilter(ProblemResponses problems, Predicate<String> hasForms) {
        this.problems = problems;
        this.hasForms = hasForms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = new BoundedBody(request.getInputStream(), TIME_FOR_A_BODY);
        try {
            chain.doFilter(isForm(request) ? readForm(request, body) : new WithBody(request, body), response);
            if (!request.isAsyncStarted()) {
                drain(request, body, response);
            }
        } catch (Problem | InvalidParameterException rejected) {
            if (response.isCommitted()) {
                throw rejected;
            }
            response.reset();
            problems.reject(rejected, request, response);
        }
        if (!request.isAsyncStarted() && !body.isFinished()) {
            discardRest(body, response);
        }
    }

    /**
     * Sends the response, then discards what the caller still sends. A connection that is closed with unread data is reset, and
     * a caller that is still sending would see the reset instead of the response.
     */
    private void discardRest(BoundedBody body, HttpServletResponse response) throws IOException {
        response.flushBuffer();
        if (!discards.tryAcquire()) {
            return;
        }
        try {
            body.shortenTo(TIME_FOR_AN_UNREAD_BODY);
            body.discard(MAX_DISCARDED_BYTES);
        } finally {
            discards.release();
        }
    }

    private boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && hasForms.test(request.getRequestURI());
    }

    private static HttpServletRequest readForm(HttpServletRequest request, BoundedBody body) throws IOException {
        if (request.getContentLengthLong() > MAX_FORM_BYTES) {
            throw tooLarge();
        }
        byte[] form = body.readNBytes(MAX_FORM_BYTES + 1);
        if (form.length > MAX_FORM_BYTES) {
            throw tooLarge();
        }
        return new FormRequest(request, form);
    }

    private static Problem tooLarge() {
        return StandardProblem.PAYLOAD_TOO_LARGE.because(
                "The form is larger than %d KiB.".formatted(MAX_FORM_BYTES / 1024));
    }

    /**
     * Reads what a rejected request has left of its body, so that the connection can be used again. A body that is too slow
     * or too large changes the response to 408 or 413, for which Tomcat closes the connection instead of reading the rest.
     */
    private void drain(HttpServletRequest request, BoundedBody body, HttpServletResponse response) throws IOException {
        // Tomcat closes the connection itself when it would have to skip more than server.tomcat.max-swallow-size.
        boolean closed = request.getContentLengthLong() > MAX_UNREAD_BYTES;
        if (body.isFinished() || response.isCommitted() || closed) {
            return;
        }
        body.shortenTo(TIME_FOR_AN_UNREAD_BODY);
        if (!drains.tryAcquire()) {
            throw StandardProblem.REQUEST_TIMEOUT.because("Too many requests send their bodies too slowly.");
        }
        try {
            if (body.skip(MAX_UNREAD_BYTES + 1) > MAX_UNREAD_BYTES) {
                throw StandardProblem.PAYLOAD_TOO_LARGE.because("The request is too large to be read.");
            }
        } finally {
            drains.release();
        }
    }

    /** A request whose body is bounded. */
    private static final class WithBody extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        WithBody(HttpServletRequest request, ServletInputStream body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }
}
