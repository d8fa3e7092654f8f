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

/**
 * Refuses bodies over 256 KiB, whether they say their length or not; behind Spring Security, so only of those who may
 * call. An upload of a till that was offline may be larger: 500 customers are one request.
 */
@Component
@Order(0)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final int MOST_KIB = 256;
    private static final int MOST_KIB_OF_AN_UPLOAD = 4 * 1024;
    private static final String OFFLINE_UPLOADS = "/api/v1/offline-uploads";

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
        int mostKib = OFFLINE_UPLOADS.equals(request.getRequestURI()) ? MOST_KIB_OF_AN_UPLOAD : MOST_KIB;
        int mostBytes = mostKib * 1024;
        if (request.getContentLengthLong() > mostBytes) {
            refuse(mostKib, request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            refuse(mostKib, request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private void refuse(int mostKib, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                ProblemType.PAYLOAD_TOO_LARGE.because("The request is larger than %d KiB.".formatted(mostKib)),
                request,
                response);
    }
}
