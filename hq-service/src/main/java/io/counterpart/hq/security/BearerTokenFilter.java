package io.counterpart.hq.security;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.DatabaseUnavailable;
import io.counterpart.support.problem.ProblemResponses;

/** Knows the caller by the token in the header {@code Authorization}. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final TokenRepository tokens;
    private final boolean demoTokens;
    private final ProblemResponses problems;

    BearerTokenFilter(TokenRepository tokens, boolean demoTokens, ProblemResponses problems) {
        this.tokens = tokens;
        this.demoTokens = demoTokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            if (header != null && header.startsWith(BEARER)) {
                authenticate(header.substring(BEARER.length()).trim());
            }
        } catch (DataAccessException e) {
            if (!DatabaseUnavailable.isCauseOf(e)) {
                throw e;
            }
            problems.write(e, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void authenticate(String token) {
        // Everybody knows the demo tokens: a copy of a demo database must not open another system.
        if (token.startsWith(TokenGenerator.DEMO_PREFIX) && !demoTokens) {
            return;
        }
        tokens.find(TokenGenerator.sha256(token)).ifPresent(caller -> {
            var authority = new SimpleGrantedAuthority("ROLE_" + caller.role());
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of(authority)));
        });
    }
}
