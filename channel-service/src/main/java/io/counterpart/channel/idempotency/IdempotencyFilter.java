package io.counterpart.channel.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.BufferedRequest;

/** Replays the stored response to a POST with a known Idempotency-Key. */
@Component
@Order(10)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final List<String> WITHOUT_KEYS =
            List.of("/search", "/possible-duplicates", "/session", "/tills/heartbeat", "/clerk-sign-ins");
    private static final String KEY_ATTRIBUTE = IdempotencyKey.class.getName();
    private static final List<String> STORED_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotencyService requests;
    private final ProblemResponses problems;

    IdempotencyFilter(IdempotencyService requests, ProblemResponses problems) {
        this.requests = requests;
        this.problems = problems;
    }

    // A search changes nothing, so it runs again, and no personal data is stored for it. A session is a cookie, which a
    // stored response does not contain. The heartbeat of a till and each attempt of a clerk to sign in count, and the
    // data key of a till is not copied.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || WITHOUT_KEYS.stream().anyMatch(request.getRequestURI()::endsWith)
                || request.getUserPrincipal() == null;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            work(request, response, chain);
            return;
        }
        Optional<KeyReservation> reservation = reserve(request, response);
        if (reservation.isEmpty()) {
            return;
        }
        if (reservation.get().mayWork()) {
            work(request, new ContentCachingResponseWrapper(response), chain);
        } else {
            answer(reservation.get(), request, response);
        }
    }

    /** Empty: the response, a problem, is already written. */
    private Optional<KeyReservation> reserve(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            IdempotencyKey key = keyOf(request);
            KeyReservation reservation = requests.reserve(key);
            request.setAttribute(KEY_ATTRIBUTE, key);
            request.setAttribute(
                    RequestIdentity.ATTRIBUTE,
                    new RequestIdentity(reservation.requestId(), reservation.state() == KeyReservation.State.AGAIN));
            return Optional.of(reservation);
        } catch (RuntimeException e) {
            problems.write(e, request, response);
            return Optional.empty();
        }
    }

    private static IdempotencyKey keyOf(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (!IdempotencyKey.isValid(key)) {
            throw StandardProblem.MALFORMED_REQUEST.because(
                    "Idempotency-Key must be 1 to 255 printable ASCII characters.");
        }
        BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        String hash = IdempotencyKey.hash(
                request.getMethod(), request.getRequestURI(), buffered == null ? new byte[0] : buffered.body());
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Caller caller
                ? IdempotencyKey.of(caller, key, hash)
                : new IdempotencyKey("", key, hash);
    }

    private void work(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = (IdempotencyKey) request.getAttribute(KEY_ATTRIBUTE);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            requests.release(key);
            throw e;
        }
        if (!isAsyncStarted(request)) {
            finish(key, request, response);
        }
    }

    // Tokens are stored as hashes only. A sign-in that runs again finds the same customer.
    private static boolean containsToken(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/sign-ins");
    }

    private void finish(IdempotencyKey key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContentCachingResponseWrapper written =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (written == null) {
            throw new IllegalStateException("The answer was not gathered");
        }
        if (written.getStatus() >= 500 || containsToken(request) || RequestIdentity.isIncomplete(request)) {
            requests.release(key);
        } else {
            String body = new String(written.getContentAsByteArray(), StandardCharsets.UTF_8);
            requests.save(key, new StoredResponse(written.getStatus(), headersOf(written), body));
        }
        written.copyBodyToResponse();
    }

    private static Map<String, String> headersOf(HttpServletResponse response) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : STORED_HEADERS) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private void answer(KeyReservation reservation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        @Nullable StoredResponse kept = reservation.answer();
        if (kept != null) {
            replay(kept, response);
        } else if (reservation.state() == KeyReservation.State.RUNNING) {
            problems.write(
                    ChannelProblem.REQUEST_IN_PROGRESS.because(
                            "The same request is still being processed. Try again in a few seconds."),
                    request,
                    response);
        } else {
            problems.write(
                    ChannelProblem.IDEMPOTENCY_KEY_REUSED.because(
                            "The Idempotency-Key was used for a different request."),
                    request,
                    response);
        }
    }

    private static void replay(StoredResponse kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        kept.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
    }
}
