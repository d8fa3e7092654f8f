package io.counterpart.channel.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.ProblemResponses;

/**
 * Authenticates pages of the storefront as the customer that signed in. They ask for it in a header, because the browser
 * may also have the session of a till.
 */
final class CustomerSessionFilter extends OncePerRequestFilter {

    private static final String HEADER = "Counterpart-Session";

    private final CustomerSessionService sessions;
    private final ProblemResponses problems;

    CustomerSessionFilter(CustomerSessionService sessions, ProblemResponses problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }

    // An access token takes precedence.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || !isAskedFor(request)
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
            Optional<Caller> customer = sessions.customer(request);
            if (customer.isPresent()) {
                SessionFilter.requireSameOrigin(request);
                SessionFilter.signIn(customer.get());
            }
        } catch (RuntimeException forgedOrRevokedOrDatabaseIsAway) {
            problems.write(forgedOrRevokedOrDatabaseIsAway, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
