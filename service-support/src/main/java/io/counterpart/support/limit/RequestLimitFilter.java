package io.counterpart.support.limit;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.TokenOwner;

/**
 * Rejects the requests of a caller over its limit. It runs after Spring Security, and before a body is buffered and an
 * Idempotency-Key is stored, so that the same request succeeds when it is repeated later.
 */
@Order(-50)
public class RequestLimitFilter extends OncePerRequestFilter {

    private final RequestLimits limits;
    private final ProblemResponses problems;
    private final Predicate<String> isSearch;

    /**
     * Creates the filter.
     *
     * @param isSearch whether a POST to this path is a search
     */
    public RequestLimitFilter(RequestLimits limits, ProblemResponses problems, Predicate<String> isSearch) {
        this.limits = limits;
        this.problems = problems;
        this.isSearch = isSearch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        boolean search = "POST".equals(request.getMethod()) && isSearch.test(request.getRequestURI());
        Optional<Problem> rejection = caller == null ? Optional.empty() : limits.request(keyOf(caller), search);
        if (rejection.isPresent()) {
            problems.write(rejection.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String keyOf(Principal caller) {
        return caller instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof TokenOwner owner
                ? owner.token()
                : "user " + caller.getName();
    }
}
