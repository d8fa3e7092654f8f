package io.counterpart.hq.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Redirects to the sign-in page, and gives the reason when the session of the browser has expired. */
final class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    private static final String PAGE = "/sign-in";

    SignInEntryPoint() {
        super(PAGE);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return expired ? PAGE + "?expired" : PAGE;
    }
}
