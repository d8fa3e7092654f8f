package io.counterpart.hq.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 256 KiB before anybody reads them. */
@Component
class RequestLimits extends OncePerRequestFilter {

    private static final long LARGEST = 256 * 1024;

    private final Problems problems;

    RequestLimits(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            problems.write(
                    new Problem(413, "payload-too-large", "The request is too large", "Send at most 256 KiB."),
                    request.getRequestURI(),
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
