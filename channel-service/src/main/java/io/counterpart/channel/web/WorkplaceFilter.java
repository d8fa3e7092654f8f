package io.counterpart.channel.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.channel.problem.ProblemAnswers;
import io.counterpart.channel.problem.ProblemType;

/**
 * Gives each change one of the {@link Workplaces}, once its body is read and while its answer is small: nobody holds a
 * place by sending or reading slowly.
 */
@Component
@Order(5)
class WorkplaceFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Workplaces places;
    private final ProblemAnswers problems;

    WorkplaceFilter(Workplaces places, ProblemAnswers problems) {
        this.places = places;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READS.contains(request.getMethod()) || request.getRequestURI().endsWith("/search");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!take()) {
            problems.write(
                    ProblemType.SERVICE_UNAVAILABLE.because(
                            "The store system has more to do than it can. Please try again in a moment."),
                    request,
                    response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.leave();
        }
    }

    private boolean take() throws InterruptedIOException {
        try {
            return places.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The service ends");
        }
    }
}
