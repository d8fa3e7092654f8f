package io.counterpart.channel.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.FilterOrder;

/**
 * Limits the number of requests in progress and rejects all others at once, so that accepted requests stay fast under
 * any load. A request that waits for events or an account number does not count.
 */
@Component
@Order(FilterOrder.OVERLOAD)
@EnableConfigurationProperties(OverloadProperties.class)
class OverloadFilter extends OncePerRequestFilter {

    private final Semaphore places;
    private final ProblemResponses problems;

    OverloadFilter(OverloadProperties properties, ProblemResponses problems) {
        this.places = new Semaphore(properties.mostRequests());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            problems.write(
                    StandardProblem.SERVICE_UNAVAILABLE.because(
                            "The service is overloaded. Try again in a few seconds."),
                    request,
                    response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
