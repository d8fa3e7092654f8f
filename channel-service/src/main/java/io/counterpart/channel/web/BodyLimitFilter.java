package io.counterpart.channel.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.channel.problem.ProblemAnswers;
import io.counterpart.channel.problem.ProblemType;

/** Refuses bodies over 256 KiB, whether they say their length or not; behind Spring Security, so only of those who may call. */
@Component
@Order(0)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final int MOST_BYTES = 256 * 1024;

    private final ProblemAnswers problems;

    BodyLimitFilter(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        return !("POST".equals(method) || "PUT".equals(method) || "PATCH".equals(method));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuse(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(ProblemType.PAYLOAD_TOO_LARGE.because("The request is larger than 256 KiB."), request, response);
    }
}
