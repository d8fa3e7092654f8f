package io.counterpart.channel.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.channel.origin.OriginPolicy;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.ProblemResponses;

/** Rejects requests of web pages whose origin the channel of the caller does not list. */
final class OriginFilter extends OncePerRequestFilter {

    private final OriginPolicy policy;
    private final ProblemResponses problems;

    OriginFilter(OriginPolicy policy, ProblemResponses problems) {
        this.policy = policy;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null
                && known.getPrincipal() instanceof Caller caller
                && !policy.permits(request, caller.channel())) {
            problems.write(
                    ChannelProblem.ORIGIN_NOT_ALLOWED.because(
                            "The channel of this token does not permit requests of web pages of this origin."),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
