package io.counterpart.support.limit;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/** Answers requests without a valid token: 401, or 429 if too many of them have come from the address. */
public final class UnauthorizedEntryPoint implements AuthenticationEntryPoint {

    private final RequestLimits limits;
    private final ProblemResponses problems;

    UnauthorizedEntryPoint(RequestLimits limits, ProblemResponses problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        refuse(StandardProblem.UNAUTHORIZED.because("Missing or invalid bearer token."), request, response);
    }

    /** Answers with this problem, or 429 if too many such requests have come from the address. */
    public void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(limits.failure(request.getRemoteAddr()).orElse(problem), request, response);
    }
}
