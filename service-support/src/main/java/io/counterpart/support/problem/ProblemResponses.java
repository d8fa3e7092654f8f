package io.counterpart.support.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Creates problem responses, for controllers and for the filters in front of them. */
public class ProblemResponses {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final JsonMapper json;
    private final ExceptionMapper mapper;
    private final ObjectProvider<ContainerErrorPage> pages;

    ProblemResponses(JsonMapper json, List<ExceptionMapping> mappings, ObjectProvider<ContainerErrorPage> pages) {
        this.json = json;
        this.mapper = new ExceptionMapper(mappings);
        this.pages = pages;
    }

    /** For filters, which no controller advice covers. */
    public void write(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = of(thrown, request);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    /** For filters in front of pages and APIs: the same for an API, and the error page for a page. */
    public void reject(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContainerErrorPage page = pages.getIfAvailable();
        if (page == null || page.html(request.getRequestURI()) == null) {
            write(thrown, request, response);
        } else {
            response.sendError(of(thrown, request).getStatusCode().value());
        }
    }

    // The container forwards a request that failed to /error.
    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    ResponseEntity<ProblemView> of(Throwable thrown, HttpServletRequest request) {
        Problem problem = mapper.map(thrown);
        int status = problem.type().status();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 503 || status == 429 || problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait(problem)));
        }
        if (status == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseEntity.status(status).headers(headers).body(ProblemView.of(problem, pathOf(request)));
    }

    // Rounded up: a caller that waits for so many seconds has waited long enough.
    private static long secondsToWait(Problem problem) {
        Duration wait = problem.retryAfter() == null ? RETRY_AFTER : problem.retryAfter();
        return Math.max(1, wait.plusNanos(NANOS_PER_SECOND - 1).toSeconds());
    }
}
