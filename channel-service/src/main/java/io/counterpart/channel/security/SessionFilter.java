package io.counterpart.channel.security;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.channel.origin.RequestOrigin;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.BearerTokenFilter;

/** Authenticates pages of this service by the cookie of their session, as the token that created the session. */
final class SessionFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SessionService sessions;
    private final SessionCookie cookie;
    private final ProblemResponses problems;

    SessionFilter(SessionService sessions, SessionCookie cookie, ProblemResponses problems) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.problems = problems;
    }

    // An access token takes precedence.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || CustomerSessionFilter.isAskedFor(request)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    // The async dispatch of a request that waited belongs to the same caller.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional<Caller> caller = cookie.read(request).flatMap(sessions::callerWith);
            if (caller.isPresent()) {
                requireSameOrigin(request);
                signIn(caller.get());
            }
        } catch (RuntimeException forgedOrDatabaseIsAway) {
            problems.write(forgedOrDatabaseIsAway, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    // A browser sends a cookie whatever page causes the request. A change therefore has to state that it comes
    // from a page of this service, in a header that no page can set; to read, it must not state another origin.
    static void requireSameOrigin(HttpServletRequest request) {
        RequestOrigin origin = RequestOrigin.of(request);
        boolean permitted =
                origin == RequestOrigin.SAME || (origin == RequestOrigin.UNKNOWN && SAFE.contains(request.getMethod()));
        if (!permitted) {
            throw ChannelProblem.ORIGIN_NOT_ALLOWED.because("A session can be used by pages of this service only.");
        }
    }

    static void signIn(Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(BearerTokenFilter.authenticated(caller, caller.role()));
        SecurityContextHolder.setContext(context);
    }
}
