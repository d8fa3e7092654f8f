package io.counterpart.support.security;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.ProblemResponses;

/**
 * Authenticates the caller by the bearer token; a request without a token, or with an unknown one, is rejected later.
 */
public final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Function<String, Optional<Authentication>> callers;
    private final ProblemResponses problems;

    /**
     * Creates the filter.
     *
     * @param callers returns the caller for the token as it was sent
     */
    public BearerTokenFilter(Function<String, Optional<Authentication>> callers, ProblemResponses problems) {
        this.callers = callers;
        this.problems = problems;
    }

    /** A caller authenticated by a token. */
    public static Authentication authenticated(Object caller, Enum<?> role) {
        return new PreAuthenticatedAuthenticationToken(
                caller, "", List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
    }

    /** Returns the bearer token as it was sent. */
    public static Optional<String> tokenOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(header.substring(SCHEME.length()).trim());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Authentication> caller;
        try {
            caller = tokenOf(request).flatMap(callers);
        } catch (RuntimeException databaseIsAway) {
            problems.write(databaseIsAway, request, response);
            return;
        }
        caller.ifPresent(BearerTokenFilter::signIn);
        chain.doFilter(request, response);
    }

    // The async dispatch of a request that waited belongs to the same caller.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void signIn(Authentication caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
    }
}
