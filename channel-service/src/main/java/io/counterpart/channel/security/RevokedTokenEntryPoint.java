package io.counterpart.channel.security;

import java.io.IOException;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/** Orders a till whose token was revoked to delete its data; other requests without a valid token get the usual 401. */
final class RevokedTokenEntryPoint implements AuthenticationEntryPoint {

    private final UnauthorizedEntryPoint unauthorized;
    private final Predicate<HttpServletRequest> revoked;
    private final ProblemResponses problems;

    RevokedTokenEntryPoint(
            UnauthorizedEntryPoint unauthorized, Predicate<HttpServletRequest> revoked, ProblemResponses problems) {
        this.unauthorized = unauthorized;
        this.revoked = revoked;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean wipe;
        try {
            wipe = revoked.test(request);
        } catch (RuntimeException databaseIsAway) {
            problems.write(databaseIsAway, request, response);
            return;
        }
        if (wipe) {
            unauthorized.refuse(
                    StandardProblem.UNAUTHORIZED
                            .because("This token was revoked by headquarters. Delete the data of this device.")
                            .with("wipe", true),
                    request,
                    response);
        } else {
            unauthorized.commence(request, response, reason);
        }
    }
}
