package io.counterpart.channel.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.BearerTokenFilter;

/** Adds the clerk that a till or storefront names in a header to the caller; a customer has no clerk. */
final class ClerkFilter extends OncePerRequestFilter {

    private final ProblemResponses problems;

    ClerkFilter(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(ClerkHeader.NAME);
        if (header != null) {
            try {
                addToCaller(ClerkHeader.read(header));
            } catch (Problem invalid) {
                problems.write(invalid, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    // The async dispatch of a request that waited belongs to the same clerk.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void addToCaller(String clerk) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof Caller caller && !caller.isCustomer()) {
            SecurityContextHolder.getContext()
                    .setAuthentication(BearerTokenFilter.authenticated(caller.usedBy(clerk), caller.role()));
        }
    }
}
